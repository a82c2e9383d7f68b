import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core reads both when it is loaded.
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'feishu-hire-n8n-'));
process.env.N8N_LOG_LEVEL = 'silent';
