import { parseJson, route } from '../route';

interface Credentials {
	app_id?: unknown;
	app_secret?: unknown;
}

export const tokenRoutes = [
	// Wrong credentials are answered with HTTP 200, so the body is judged by the issuer, not by a schema.
	route<unknown, Credentials>()({
		name: 'POST /open-apis/auth/v3/tenant_access_token/internal',
		limits: [],
		scopes: [],
		envelope: 'flat',
		successMessage: 'ok',
		body: {
			read: (raw, contentType) => {
				const body = /^application\/json\s*(;|$)/i.test(contentType ?? '') ? parseJson(raw) : undefined;
				return typeof body === 'object' && body !== null ? body : {};
			},
		},
		handle: ({ body, tokens }) => tokens.issue(body.app_id, body.app_secret),
	}),
];
