import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { BASE_URL } from '../credentials/LiveDeskApi.credentials';
import { inParallel } from '../harness/inParallel';

export const STOCK_TYPE = 'bench.stock';
export const HELPER_TYPE = 'bench.helper';

/**
 * The least that a node can do: n8n's HTTP helper with the credential, a bound on how many requests there are at a time,
 * and no parameter read, no check, no order.
 */
export const helperNode =
	(parallel: number) =>
	({ description }: INodeType): INodeType => ({
		description: { ...description, name: 'helper', properties: [], requestDefaults: undefined },
		async execute(this: IExecuteFunctions) {
			const { baseUrl } = await this.getCredentials('liveDeskApi');
			const output: INodeExecutionData[] = [];
			await inParallel(parallel, this.getInputData(), async ({ json }, index) => {
				const reply = await this.helpers.httpRequestWithAuthentication.call(this, 'liveDeskApi', {
					method: 'POST',
					url: `${String(baseUrl)}/api/v2/accounts/conversations/${String(json.conversation)}/messages`,
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify({ content: json.text }),
				});
				output[index] = { json: reply, pairedItem: index };
			});
			return [output];
		},
	});

/** The same panel, sent by n8n's declarative engine alone: Send Text with the routing that its documentation shows. */
export const stockNode = ({ description }: INodeType): INodeType => ({
	description: {
		...description,
		name: 'stock',
		requestDefaults: { baseURL: BASE_URL },
		properties: description.properties.map((own) => {
			const property = { ...own, routing: undefined };
			if (property.name === 'operation') {
				return {
					...property,
					options: property.options?.map((option) => ({
						...option,
						routing: {
							request: {
								method: 'POST' as const,
								url: '=/api/v2/accounts/conversations/{{ $parameter.conversationId.value }}/messages',
							},
						},
					})) as typeof property.options,
				};
			}
			return property.name === 'content' && property.displayName === 'Text'
				? { ...property, routing: { send: { type: 'body' as const, property: 'content' } } }
				: property;
		}),
	},
});
