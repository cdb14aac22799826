import type {
	Icon,
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/**
 * The API's address from the credential; blanks around it, a slash at its end and a pasted `/api/v2…` path are
 * forgiven.
 */
export const BASE_URL =
	'={{ String($credentials.baseUrl).trim().replace(/\\/api\\/v2(\\/.*)?$/, "").replace(/\\/+$/, "") }}';

/** The statuses with which a server sends a client to another address. */
const REDIRECTS = [301, 302, 303, 307, 308];

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
	 * The API documents no endpoint to read from. A message to conversation 0 can send nothing: there is no such
	 * conversation, and the message has no content. So 401 and 403 mean a bad key or secret, and any other answer of the
	 * API a good one. n8n 1 lets 401 and 403 pass here; there only the words of the answer can tell.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: BASE_URL,
			url: '/api/v2/accounts/conversations/0/messages',
			method: 'POST',
			headers: { Accept: 'application/json' },
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [401, 403, ...REDIRECTS] },
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'LiveDesk did not accept the API key or secret' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The API key has no access to this LiveDesk project' },
			},
			...REDIRECTS.map((value) => ({
				type: 'responseCode',
				properties: {
					value,
					message: "A redirect answered instead of LiveDesk's API: check the base URL",
				},
			})),
			{
				// The API answers with JSON; what n8n could not parse is a text, e.g. a web page.
				type: 'responseSuccessBody',
				properties: {
					key: 'constructor.name',
					value: 'String',
					message: "A web page answered instead of LiveDesk's API: check the base URL",
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
