import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { LiveDeskApi } from '../../../credentials/LiveDeskApi.credentials';
import { credentialsHelper } from '../../../harness/credentials';
import { liveDeskNode, type LiveDesk } from '../../../harness/livedesk';

/**
 * Calls the method behind a From List as n8n's editor does, in the context that n8n gives it.
 *
 * @param credentials the sandbox's own unless told
 */
export async function listContacts(
	{ engine, sandbox }: LiveDesk,
	filter?: string,
	paginationToken?: string,
	credentials: IDataObject = sandbox.credentials,
): Promise<INodeListSearchResult> {
	const { LoadOptionsContext } = await import('n8n-core');
	const { Workflow } = await import('n8n-workflow');
	const node = liveDeskNode({ resource: 'contact', operation: 'update' });
	const nodeTypes: INodeTypes = {
		getByName: () => engine.nodeType,
		getByNameAndVersion: () => engine.nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const helper = credentialsHelper(new LiveDeskApi(), workflow, credentials);
	const additionalData = { credentialsHelper: helper } as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	const { searchContacts } = engine.nodeType.methods!.listSearch!;
	return await searchContacts.call(
		context as unknown as ILoadOptionsFunctions,
		filter,
		paginationToken,
	);
}
