import type { ICredentialType, IDataObject, INode, Workflow } from 'n8n-workflow';

/**
 * Stands for n8n's store of credentials, which is a database: gives the values, and authenticates requests by what the
 * credential type declares, as n8n does.
 *
 * @param values of the one credential that there is
 */
export function credentialsHelper(type: ICredentialType, workflow: Workflow, values: IDataObject) {
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => ({ ...values }),
		getCredentialsProperties: () => type.properties,
		preAuthentication: async () => undefined,
		async authenticate(
			data: IDataObject,
			_name: string,
			request: IDataObject,
			_workflow: Workflow,
			node: INode,
		) {
			const { authenticate } = type;
			if (typeof authenticate !== 'object') throw new TypeError('Not a generic credential type');
			for (const [part, entries] of Object.entries(authenticate.properties)) {
				const target = (request[part] ??= {}) as IDataObject;
				for (const [key, value] of Object.entries(entries as Record<string, string>)) {
					target[key] = workflow.expression.getSimpleParameterValue(node, value, 'internal', {
						$credentials: data,
					}) as string;
				}
			}
			return request;
		},
	};
}
