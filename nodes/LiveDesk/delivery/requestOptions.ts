import { UserError, type INodeProperties } from 'n8n-workflow';
import { isObject } from './core/outcome';
import type { HttpOptions } from './send';

const PROXY = 'Proxy';
const TIMEOUT = 'Timeout';

/**
 * What n8n adds to the Settings of declarative nodes by itself, unless they have a webhook, as this one does.
 * Source: `commonDeclarativeNodeOptionParameters` of n8n-core, the same in 1.123 and 2.41. Its names and defaults are
 * n8n's, since n8n's engine reads them.
 */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			placeholder: 'Add Batching',
			type: 'fixedCollection',
			typeOptions: { multipleValues: false },
			default: { batch: {} },
			options: [
				{
					displayName: 'Batching',
					name: 'batch',
					values: [
						{
							displayName: 'Items per Batch',
							name: 'batchSize',
							type: 'number',
							typeOptions: { minValue: -1 },
							default: 50,
							description:
								'Input will be split in batches to throttle requests. -1 for disabled. 0 will be treated as 1.',
						},
						{
							displayName: 'Batch Interval (Ms)',
							name: 'batchInterval',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 1000,
							description: 'Time (in milliseconds) between each batch of requests. 0 for disabled.',
						},
					],
				},
			],
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
		{
			displayName: PROXY,
			name: 'proxy',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://myproxy:3128',
			description:
				'HTTP proxy to use. If authentication is required it can be defined as follow: http://username:password@myproxy:3128.',
		},
		{
			displayName: TIMEOUT,
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 10000,
			description:
				'Time in ms to wait for the server to send response headers (and start the response body) before aborting the request',
		},
	],
};

/** Where the user sets none. */
const TIMEOUT_MS = 300_000;

/**
 * Does by hand what n8n's engine does for declarative operations.
 *
 * @param value the Request Options as n8n gives them
 * @throws UserError for a proxy that is no URL
 */
export function httpOptionsOf(value: unknown): Partial<HttpOptions> {
	const { proxy, timeout, allowUnauthorizedCerts } = isObject(value) ? value : {};
	const hasProxy = proxy !== undefined && proxy !== null && String(proxy).trim() !== '';
	return {
		timeout: Number(timeout) || TIMEOUT_MS,
		...(allowUnauthorizedCerts === true ? { skipSslCertificateValidation: true } : {}),
		...(hasProxy ? { proxy: proxyOf(String(proxy).trim()) } : {}),
	};
}

/**
 * n8n passes on whatever it is given as Timeout; its HTTP client then throws once the request is under way, as if LiveDesk
 * might have it.
 *
 * @throws UserError for what n8n's HTTP client takes for no time
 */
export function checkTimeout(timeout: unknown): void {
	if (timeout === undefined || Number.parseInt(String(timeout), 10) >= 0) return;
	throw new UserError(`'${TIMEOUT}' is not a number from 1`, {
		description: `Enter a number of milliseconds in '${TIMEOUT}' under Settings > Request Options, or check the expression there.`,
	});
}

function proxyOf(text: string): HttpOptions['proxy'] {
	const proxy = parsed(text);
	if (proxy) return proxy;
	throw new UserError(`'${PROXY}' is not a URL`, {
		description: `Enter a URL with host and port in '${PROXY}' under Settings > Request Options, e.g. http://myproxy:3128.`,
	});
}

/** @returns undefined for what is no URL with a host, or has a user or password that is not URL-encoded */
function parsed(text: string): HttpOptions['proxy'] {
	try {
		const { protocol, hostname, port, username, password } = new URL(text);
		if (hostname === '') return undefined;
		const [user, secret] = [username, password].map(decodeURIComponent);
		return {
			protocol: protocol.replace(/:$/, ''),
			host: hostname,
			port: Number(port) || (protocol === 'https:' ? 443 : 80),
			...(user === '' ? {} : { auth: { username: user, password: secret } }),
		};
	} catch {
		return undefined;
	}
}
