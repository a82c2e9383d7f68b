const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n-core reads both when it is loaded.
const folder = mkdtempSync(join(tmpdir(), 'feishu-hire-n8n-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_LOG_LEVEL = 'silent';

process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
