import type { Endpoint, ErrorWords } from '../declare/operation';
import { CallFailure } from './failure';

/** What Feishu answered: its envelope and where it came from. */
export interface Answer {
	readonly httpStatus: number;
	readonly code?: number;
	readonly msg?: string;
	readonly logId?: string;
	readonly scopes?: readonly string[];
}

/** The token is missing, malformed, invalid or expired (Feishu answers all of them with HTTP 400). */
export const TOKEN_CODES: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 99991665, 99991671]);

/** Feishu Hire's own code for 'something broke on our side': the only one that leaves the result unknown. */
export const SYSTEM_ERROR_CODE = 1002001;

/** Feishu Hire's own code for a value that it cannot take, whichever it is. */
export const INVALID_PARAMETER_CODE = 1002002;

export const MISSING_SCOPE_CODE = 99991672;

const LOOK_FIRST =
	'Look in Feishu Hire whether the record is there before you run this item again, or it may be created twice.';
const TRY_AGAIN = 'Try again in a few minutes. If it stays, give the log ID to Feishu support (飞书客服).';

/** Codes that any route may answer: https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN */
export const PLATFORM: Readonly<Record<number, ErrorWords>> = {
	99991663: {
		what: 'Feishu refuses the access token, also a new one',
		mend: 'Open the credential and test it. If the test passes, check that the app is installed in the company whose Feishu Hire you use.',
	},
	99991400: {
		what: 'Feishu refuses further requests for now: the limit of this route is used up',
		mend: 'Other workflows or programs use the same app. Run them at another time, or split the items over several runs.',
	},
	99991401: {
		what: 'Feishu refuses the address of this n8n server',
		mend: "The app has an IP allowlist (IP 白名单). Add n8n's public address in the developer console under Security Settings (安全设置).",
	},
	99991403: {
		what: "The company's monthly number of API calls is used up",
		mend: 'Ask the Feishu administrator to upgrade the plan, or wait for the next month.',
	},
	99991662: {
		what: 'The app is disabled',
		mend: 'Ask the Feishu administrator to enable the app in the admin console (管理后台 › 工作台 › 应用管理).',
	},
	99991673: {
		what: 'The app cannot be used in this company',
		mend: 'In the developer console create and publish a version of the app (版本管理与发布), and have the administrator approve it.',
	},
};

/** What Feishu Hire may answer to any operation. */
const ofAnyOperation = (
	{ action, effect, suspects }: Endpoint,
	says?: string,
): Readonly<Record<number, ErrorWords>> => ({
	[SYSTEM_ERROR_CODE]: {
		what: `Feishu Hire had an internal error${action === undefined ? '' : ` when asked to ${action.charAt(0).toLowerCase()}${action.slice(1)}`}`,
		mend: effect === 'create' ? LOOK_FIRST : TRY_AGAIN,
	},
	[INVALID_PARAMETER_CODE]: {
		what: `Feishu Hire refuses a value of this item${says ? `: ${says.replace(/[\s.。]+$/, '')}` : ''}`,
		mend:
			suspects ??
			'Compare the fields of the item with the page of the operation: a record it names may not exist, or a value may be of the wrong kind.',
	},
});

const known = (code: number, endpoint: Endpoint, says?: string): ErrorWords | undefined =>
	endpoint.errors?.[code] ?? ofAnyOperation(endpoint, says)[code] ?? PLATFORM[code];

function missingScope({ scopes }: Answer, endpoint: Endpoint): ErrorWords {
	const named = scopes && scopes.length > 0 ? scopes : endpoint.scopes;
	return {
		what: `The app lacks a permission: ${named.join(' or ')}`,
		mend: `In the developer console open the app › Permissions & Scopes (权限管理), add ${named.length > 1 ? `one of ${named.join(', ')}` : named[0]}, then create and publish a version (版本管理与发布) and have it approved.`,
	};
}

/** What to say when the answer has no envelope of Feishu's. */
export const answeredByOther = (httpStatus: number): ErrorWords => ({
	what: `The answer does not come from Feishu Hire: HTTP ${httpStatus}`,
	mend: 'Nothing was done. Check the region or base URL in the credential, and whether a proxy or a sign-in page stands between this n8n server and Feishu.',
});

/** Codes that say nothing of an item: every other one would be refused too. */
const OF_THE_APP: ReadonlySet<number> = new Set([99991401, 99991403, 99991662, 99991663, 99991673]);

/** The words for a refusal: the operation's own, then the platform's. */
export function refusal(answer: Answer, endpoint: Endpoint): CallFailure {
	const { code, msg, httpStatus, logId } = answer;
	const words = code === undefined ? answeredByOther(httpStatus) : wordsOf(code, answer, endpoint);
	return new CallFailure(words.what, {
		mend: words.mend,
		code,
		httpStatus,
		logId,
		says: msg,
		general: code !== undefined && OF_THE_APP.has(code),
	});
}

/** The words for a refusal that may come of the request's own first attempt, which got no answer. */
export function refusedAgain(answer: Answer, endpoint: Endpoint): CallFailure {
	const { message, mend, code, httpStatus, logId, says } = refusal(answer, endpoint);
	return new CallFailure(
		'It is unknown whether this was done: one attempt got no answer, the next was refused',
		{
			mend: `Look at the record in Feishu Hire. The refusal was: ${message}. ${mend}`,
			code,
			httpStatus,
			logId,
			says,
			unknown: true,
		},
	);
}

const wordsOf = (code: number, answer: Answer, endpoint: Endpoint): ErrorWords =>
	(code === MISSING_SCOPE_CODE ? missingScope(answer, endpoint) : known(code, endpoint, answer.msg)) ?? {
		what: `Feishu refused the request${answer.msg ? `: ${answer.msg}` : ''}`,
		mend: `Look the code up on the page of the operation: ${endpoint.docs}`,
	};

/** The words for a call that left no proof of what it did. */
export function unknownResult(cause: string, answer: Partial<Answer>, endpoint: Endpoint): CallFailure {
	const { code, httpStatus, logId, msg } = answer;
	const words = code === undefined ? undefined : known(code, endpoint);
	const facts = { code, httpStatus, logId, says: msg, unknown: endpoint.effect !== 'read' };
	if (endpoint.effect === 'create') {
		return new CallFailure(words?.what ?? `It is unknown whether the record was created: ${cause}`, {
			mend: words?.mend ?? LOOK_FIRST,
			...facts,
		});
	}
	return new CallFailure(words?.what ?? `Feishu Hire did not answer properly: ${cause}`, {
		mend: `${words?.mend ?? TRY_AGAIN} The request was sent several times; sending it once more does no harm.`,
		...facts,
	});
}

/** The words for a read that gave nothing: most likely there is no such record. */
export const nothingRead = (endpoint: Endpoint): CallFailure =>
	new CallFailure('Feishu Hire answered without a record', {
		mend: wordsOf(INVALID_PARAMETER_CODE, { httpStatus: 200 }, endpoint).mend,
		missing: true,
	});

/** The link to a file, which Feishu makes for half an hour, is refused. */
export const linkRefused = (httpStatus: number): CallFailure =>
	new CallFailure(`The link to the file was refused: HTTP ${httpStatus}`, {
		mend: 'Run the item again: each run gets a new link. If it stays, check that the file can be opened in Feishu Hire.',
		httpStatus,
	});

export const downloadFailed = (cause: string): CallFailure =>
	new CallFailure(`The file could not be downloaded: ${cause}`, {
		mend: 'Run the item again. If it stays, check that this n8n server may reach the host of the link (Get shows it).',
	});
