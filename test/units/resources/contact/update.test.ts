import { buildUpdate } from '../../../../nodes/LiveDesk/resources/contact/update';

test('Update sends no field that the panel does not have', () => {
	expect(buildUpdate({ name: 'A', other: 'B' })).toEqual({ name: 'A' });
});

test('Update shows what attributes look like where there are none', () => {
	expect(() => buildUpdate({ customAttributes: '{}' })).toThrow(
		expect.objectContaining({ description: expect.stringContaining('{ "city": "Bangkok" }') }),
	);
});
