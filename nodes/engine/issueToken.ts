import {
	UserError,
	type IDataObject,
	type IHttpRequestHelper,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { ErrorWords } from '../declare/operation';
import { systemClock, type Clock } from './clock';
import { FREQUENCY_CODE, resetMs } from './frequency';
import { baseUrlOf, unreachable, unusable } from './hosts';

/** https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal */
export const ISSUE_PATH = '/open-apis/auth/v3/tenant_access_token/internal';

const TIMEOUT_MS = 20_000;
const REPEATS = 2;
const PATIENCE_MS = 60_000;
const UNTOLD_WAIT_MS = 1000;

const WRONG_ID =
	'The App ID is wrong: Feishu knows no such app. Copy it from Credentials & Basic Info (凭证与基础信息) in the developer console, and check that the region is the one of your company.';
const WRONG_SECRET =
	'The App Secret is wrong. Copy it again from Credentials & Basic Info (凭证与基础信息) in the developer console; after a reset the old secret no longer works.';
const DISABLED = 'The app is disabled in your company. Ask the Feishu administrator to enable it.';

const REFUSALS: Readonly<Record<number, string>> = {
	10003: WRONG_ID,
	10012: WRONG_ID,
	10014: WRONG_SECRET,
	10015: WRONG_SECRET,
	99991543:
		'The App ID or the App Secret is wrong. Copy both again from Credentials & Basic Info (凭证与基础信息) in the developer console.',
	99991662: DISABLED,
	99991673: DISABLED,
};

const BUSY: ErrorWords = {
	what: 'Feishu gives no access token for now: its limit for this app is used up',
	mend: 'Run the workflow again in a few minutes. Other workflows or programs may use the same app.',
};

type Credential = Readonly<Record<string, unknown>>;

interface Answer {
	readonly code: number;
	readonly msg?: unknown;
	readonly token?: string;
	/** For a refusal for frequency. */
	readonly waitMs?: number;
}

/**
 * Asks Feishu for a tenant access token, which lives two hours at most. Asks again where that may help: twice when
 * no answer comes, and after the wait that Feishu asks for when it refuses for frequency, a minute at most.
 * @throws UserError, without the app secret
 */
export async function issueToken(
	{ helpers }: IHttpRequestHelper,
	credential: Credential,
	clock: Clock = systemClock,
): Promise<string> {
	const baseUrl = baseUrlOf(credential);
	const wrong = unusable(baseUrl);
	if (wrong) throw userError(wrong);
	let unanswered = 0;
	let waited = 0;
	for (;;) {
		const answer = await ask(helpers, baseUrl, credential);
		if (typeof answer === 'string') {
			if (unanswered++ >= REPEATS) throw userError(unreachable(baseUrl, answer));
			await clock.sleep(250 * 2 ** unanswered);
		} else if (answer.waitMs !== undefined) {
			waited += answer.waitMs;
			if (waited > PATIENCE_MS) throw userError(BUSY);
			await clock.sleep(answer.waitMs);
		} else if (answer.code === 0 && answer.token) {
			return answer.token;
		} else {
			throw userError(refusal(answer, credential));
		}
	}
}

/** @returns what Feishu answered, or why there is no answer of Feishu */
async function ask(
	helpers: IHttpRequestHelper['helpers'],
	baseUrl: string,
	{ appId, appSecret }: Credential,
): Promise<Answer | string> {
	try {
		const { statusCode, headers, body } = (await helpers.httpRequest({
			method: 'POST',
			url: baseUrl + ISSUE_PATH,
			body: { app_id: appId, app_secret: appSecret },
			json: true,
			timeout: TIMEOUT_MS,
			// n8n would send the app secret along to wherever it is redirected.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as IN8nHttpFullResponse;
		const { code, msg, tenant_access_token: token } = (body ?? {}) as IDataObject;
		if (code === FREQUENCY_CODE || statusCode === 429) {
			return { code: FREQUENCY_CODE, waitMs: resetMs(headers) ?? UNTOLD_WAIT_MS };
		}
		if (typeof code !== 'number' || (statusCode >= 500 && !(code in REFUSALS))) return `HTTP ${statusCode}`;
		return { code, msg, token: String(token ?? '') };
	} catch (error) {
		// Nothing else of the error is kept: it holds the app secret.
		const { code } = error as { code?: unknown };
		return typeof code === 'string' ? code : 'no answer';
	}
}

function refusal({ code, msg }: Answer, { appSecret }: Credential): ErrorWords {
	const says = typeof msg === 'string' && !msg.includes(String(appSecret)) ? msg : 'no message';
	return {
		what: REFUSALS[code] ?? `Feishu gives no access token (code ${code}: ${says})`,
		mend: 'Open the credential, correct it and test it.',
	};
}

const userError = ({ what, mend }: ErrorWords) => new UserError(what, { description: mend });
