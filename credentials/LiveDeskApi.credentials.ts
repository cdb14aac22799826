import type {
	Icon,
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** What people paste along: the path of the API, and slashes. */
const PATH = /\/api\/v2(\/.*)?$/;
const SLASHES = /\/+$/;

/**
 * The API's URL from the credential; spaces around it, a slash at its end and a pasted `/api/v2…` path are forgiven.
 */
export const BASE_URL = `={{ String($credentials.baseUrl).trim().replace(${PATH}, "").replace(${SLASHES}, "") }}`;

/** @returns the same, where there are no expressions */
export const baseUrlOf = (baseUrl: unknown): string =>
	String(baseUrl).trim().replace(PATH, '').replace(SLASHES, '');

/** The statuses with which a server sends a client to another address. */
const REDIRECTS = [301, 302, 303, 307, 308];

const CHECK_BASE_URL = 'check the base URL';

const statusRule = (value: number, message: string) => ({
	type: 'responseCode',
	properties: { value, message },
});

const bodyRule = (key: string, value: unknown, message: string) => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

export class LiveDeskApi implements ICredentialType {
	name = 'liveDeskApi';

	displayName = 'LiveDesk API';

	icon: Icon = {
		light: 'file:../nodes/LiveDesk/liveDesk.svg',
		dark: 'file:../nodes/LiveDesk/liveDesk.dark.svg',
	};

	documentationUrl = 'https://www.engagelab.com/docs/livedesk/rest-api/rest-api-overview';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In LiveDesk under Project Settings > API Management > API Key',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Shown beside the API key',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://livedesk-api.engagelab.com',
			description: "The address of LiveDesk's API, e.g. of another data centre",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{ $credentials.apiKey }}',
				password: '={{ $credentials.apiSecret }}',
			},
		},
	};

	/**
	 * Searches for somebody who is not there: harmless, and every status is told as it is. n8n 1 has words of its own for a
	 * status and leaves ours aside; what they say is right.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: BASE_URL,
			// Source: [D: contact/search-contact]
			url: '/api/v2/accounts/contacts',
			qs: { q: 'test of the credential in n8n' },
			headers: { Accept: 'application/json' },
			disableFollowRedirect: true,
		},
		rules: [
			statusRule(
				401,
				'LiveDesk did not accept the API key or secret, or the key may not read contacts',
			),
			statusRule(403, 'The API key has no access to this LiveDesk project'),
			statusRule(404, `LiveDesk's API is not at this address: ${CHECK_BASE_URL}`),
			...REDIRECTS.map((status) =>
				statusRule(status, `A redirect answered instead of LiveDesk's API: ${CHECK_BASE_URL}`),
			),
			// The API answers with JSON; what n8n could not parse is a text, e.g. a web page.
			bodyRule(
				'constructor.name',
				'String',
				`A web page answered instead of LiveDesk's API: ${CHECK_BASE_URL}`,
			),
			bodyRule(
				'payload',
				undefined,
				`The response has no contacts in it: ${CHECK_BASE_URL}, the API key and the secret`,
			),
		] as ICredentialTestRequest['rules'],
	};
}
