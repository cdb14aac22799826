import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import * as sendTemplate from '../../../nodes/LiveDesk/resources/message/sendTemplate';
import { expectTitle } from '../../support/expectTitle';
import { preparedBy } from '../../units/resources/support/prepared';
import { useLiveDesk } from '../../support/useLiveDesk';
import { template } from './documented';
import { parametersJson } from '../../units/resources/message/template/arbitrary';

const desk = useLiveDesk();
let accepted = 0;
let refused = 0;

/** What the builder makes of the same values without n8n; undefined where it refuses them. */
function builtFor(parameters: object): string | undefined {
	try {
		return JSON.stringify(preparedBy(sendTemplate, parameters).body);
	} catch {
		return undefined;
	}
}

test('Send Template sends exactly the template that was built, or none and says why, whatever the JSON gives', async () => {
	const text = parametersJson.filter((given) => typeof given === 'string');
	await fc.assert(
		fc.asyncProperty(text, async (json) => {
			desk.sandbox.reset();
			const fixed = { ...template, parameterMode: 'json' };
			const { error, items } = await desk.send({
				parameters: { ...fixed, parametersJson: '={{ $json.values }}' },
				items: [{ json: { values: json } as IDataObject }],
			});
			const built = builtFor({ ...fixed, parametersJson: json });
			const bodies = desk.sandbox.journal.starts().map(({ rawBody }) => rawBody);
			if (built === undefined) {
				refused++;
				expectTitle(error?.message ?? '');
				expect(bodies).toEqual([]);
			} else {
				accepted++;
				expect(bodies).toEqual([built]);
				expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
			}
		}),
		{ numRuns: 120 },
	);
	// One in six is accepted: that none of 120 is, chance brings about once in a thousand million times.
	expect(accepted).toBeGreaterThan(0);
	expect(refused).toBeGreaterThan(0);
});
