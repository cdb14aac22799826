import { save } from '../../../../nodes/LiveDesk/resources/contact/save';
import { carryOut } from './desk';
import { ALICE, bodyOf, deskWith, refused, saved, updating } from './saving';

describe('a later try of a run', () => {
	test('remembers the contact that was created, where the request behind it was lost', () => {
		const desk = deskWith();
		const notes = {};
		const wanted = { inbox_id: 7, person: ALICE, custom_attributes: { tier: 'gold' } };
		const fates = (['answered', 'answered', 'lost before'] as const).values();
		const outcome = carryOut(desk, () => save(wanted, notes), fates);
		expect(bodyOf(outcome)).toMatchObject({
			payload: { contact: { id: 1, custom_attributes: { tier: 'gold' } } },
			created: true,
		});
		expect(desk.newIds).toEqual([1]);
	});

	test('remembers nothing of a creation whose response never came', () => {
		const desk = deskWith();
		const notes = {};
		const fates = (['answered', 'lost after'] as const).values();
		const outcome = carryOut(desk, () => save({ inbox_id: 7, person: ALICE }, notes), fates);
		expect(bodyOf(outcome)).toMatchObject({ payload: { contact: { id: 1 } }, created: false });
		expect(desk.newIds).toEqual([1]);
	});

	test('remembers that the contact is there, where its custom attributes are refused', () => {
		const desk = updating(deskWith(), refused(422, { error: 'No' }));
		expect(saved(desk, ALICE, { custom_attributes: { a: 1 } }).outcome).toEqual({
			...refused(422, { error: 'No' }),
			reason: {
				message: "LiveDesk did not accept 'Custom Attributes'",
				description: expect.stringContaining('created with the ID 1'),
			},
		});
	});
});
