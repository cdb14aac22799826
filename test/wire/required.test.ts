import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../harness/livedesk';
import { OPERATIONS, PARAMETERS, type Parameter } from '../support/contract';
import { useLiveDesk } from '../support/useLiveDesk';
import { FIELDS } from './badValues/fields';

const desk = useLiveDesk();

/** What an operation needs, but for what n8n fills in; the question to the agents is not among the fields there. */
const completeOf = (of: string) =>
	FIELDS[of]?.[0] ?? { conversationId: byId('141'), message: 'Hi' };

/** @returns the parameters of an operation with one field empty, and whatever else that field is shown by */
function without({ name, type, when = {} }: Parameter, resource: string, operation: string) {
	const shownBy = Object.entries(when).map(([other, [value]]) => [other, value]);
	const empty = type === 'resourceLocator' ? byId('') : '';
	return {
		...completeOf(`${resource} ${operation}`),
		...(Object.fromEntries(shownBy) as IDataObject),
		...{ resource, operation, [name]: empty },
	};
}

const cases = Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
	operations.flatMap((operation) =>
		PARAMETERS.filter(({ required }) => required)
			.filter((field) => [field.resource ?? resource].flat().includes(resource))
			.filter((field) => (field.operations ?? operations).includes(operation))
			.map((field) => {
				const parameters = without(field, resource, operation);
				return { operation: `${resource} ${operation}`, label: field.label, parameters };
			}),
	),
);

describe('n8n', () => {
	test.each(cases)(
		"does not start $operation while '$label' is empty",
		async ({ label, parameters }) => {
			await expect(desk.send({ parameters })).rejects.toThrow(`Parameter "${label}" is required`);
			expect(desk.sandbox.journal.starts()).toEqual([]);
		},
	);
});
