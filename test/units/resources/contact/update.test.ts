import { buildUpdate } from '../../../../nodes/LiveDesk/resources/contact/update';

test('Update sends no field that the panel does not have', () => {
	expect(buildUpdate({ name: 'A', other: 'B' })).toEqual({ name: 'A' });
});
