import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { baseUrlOf } from '../../../credentials/LiveDeskApi.credentials';
import type { Reply } from './core/outcome';
import { CREDENTIAL } from './credential';
import type { HttpOptions, Transport } from './send';

/**
 * Sends where n8n's engine for declarative nodes does not, in the same way.
 *
 * @param baseUrl the credential's
 */
export function direct(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	baseUrl: unknown,
): { transport: Transport; defaults: HttpOptions } {
	return {
		async transport(options) {
			const { statusCode, headers, body } =
				(await context.helpers.httpRequestWithAuthentication.call(
					context,
					CREDENTIAL,
					options as IHttpRequestOptions,
				)) as Reply;
			return { statusCode, headers, body };
		},
		defaults: {
			baseURL: baseUrlOf(baseUrl),
			url: '',
			headers: { Accept: 'application/json' },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		},
	};
}
