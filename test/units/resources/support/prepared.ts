import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Operation, Prepared } from '../../../../nodes/LiveDesk/delivery/operation';

/**
 * What an operation prepares without n8n.
 *
 * @param values the parameters of one item, expressions evaluated
 * @param raw the parameters as the workflow holds them, where they differ
 */
export function preparedBy(
	operation: Pick<Operation, 'prepare'>,
	values: object,
	raw: object = values,
): Prepared {
	const from = (given: object) => (name: string, fallback?: unknown) =>
		Object.hasOwn(given, name) ? (given as IDataObject)[name] : fallback;
	const getNodeParameter = from(raw);
	const context = { getNodeParameter } as unknown as IExecuteSingleFunctions;
	return operation.prepare.call(context, from(values)) as Prepared;
}
