import * as fc from 'fast-check';
import { byId } from '../../../harness/livedesk';
import { expectTitle } from '../../support/expectTitle';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();

test('Send Text sends exactly one well-formed message, or none and says why, whatever the fields give', async () => {
	const content = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
		fc.jsonValue(),
		fc.double(),
	);
	const inReplyTo = fc.oneof(fc.integer({ min: 1 }), fc.integer().map(String), fc.jsonValue());
	const attributes = fc.dictionary(
		fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
		fc.jsonValue(),
	);
	const fields = fc.record(
		{
			private: fc.oneof(fc.boolean(), fc.jsonValue()),
			inReplyTo,
			contentAttributes: fc.oneof(
				attributes.map((value) => JSON.stringify(value)),
				fc.json(),
			),
		},
		{ requiredKeys: [] },
	);
	await fc.assert(
		fc.asyncProperty(content, fields, async (text, given) => {
			desk.sandbox.reset();
			const expressions = Object.keys(given).map((name) => [name, `={{ $json.${name} }}`]);
			const { error, items } = await desk.send({
				parameters: {
					conversationId: byId('141'),
					content: '={{ $json.text }}',
					additionalFields: Object.fromEntries(expressions) as object,
				},
				items: [{ json: { text: text as string, ...(given as object) } }],
			});
			const ends = desk.sandbox.journal.ends().map(({ status }) => status);
			if (error) {
				expectTitle(error.message);
				expect(ends).toEqual([]);
				return;
			}
			expect(ends).toEqual([200]);
			const [{ body }] = desk.sandbox.journal.starts();
			expect(Object.keys(body as object)[0]).toBe('content');
			expect(body).toMatchObject({ content: String(text) });
			expect(Object.keys(body as object)).toHaveLength(
				1 + Number('private' in given) + Number('content_attributes' in (body as object)),
			);
			expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
		}),
		{ numRuns: 150 },
	);
});
