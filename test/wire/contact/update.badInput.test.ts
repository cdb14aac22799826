import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../harness/livedesk';
import {
	continuesAfter,
	noTexts,
	nothing,
	refuses,
	VALUE,
	type BadValue,
} from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';

const desk = useLiveDesk();
const update = { resource: 'contact', operation: 'update' };
const name = { updateFields: { name: 'A' } };

const noIds: BadValue[] = [
	...nothing,
	...noTexts,
	['zero', 0],
	['a path', '1/../2'],
	['a name', 'alice'],
	['a fraction', 1.5],
];
const contact = {
	label: 'Contact',
	parameters: { ...update, contactId: byId(VALUE), ...name },
	good: 1,
};
refuses(desk, contact, noIds);
continuesAfter(desk, contact, ['zero', 0]);

const field = (label: string, updateFields: IDataObject, good: unknown) => ({
	label,
	parameters: { ...update, contactId: byId('1'), updateFields },
	good,
});
const empty: BadValue[] = [
	['an empty text', '', /is empty/],
	['null', null, /is empty/],
	['an object without keys', '{}', /is empty/],
	['a list', [1]],
	['text', 'vip'],
];

refuses(desk, field('Name', { name: VALUE }, 'A'), noTexts);
refuses(desk, field('Email', { email: VALUE }, ''), [...noTexts, ['a name', 'alice']]);
refuses(desk, field('Phone Number', { phoneNumber: VALUE }, ''), [
	...noTexts,
	['a number without a country code', '081 234 5678'],
]);
refuses(desk, field('Identifier', { identifier: VALUE }, ''), noTexts);
refuses(desk, field('Avatar URL', { avatarUrl: VALUE }, ''), [...noTexts, ['a path', '/a.png']]);
refuses(desk, field('Blocked', { blocked: VALUE }, 'true'), [...nothing, ['a word', 'yes']]);
refuses(desk, field('Custom Attributes', { customAttributes: VALUE }, { a: 1 }), empty);
refuses(desk, field('Additional Attributes', { additionalAttributes: VALUE }, { a: 1 }), empty);
test('refuses to update nothing', async () => {
	const parameters = { ...update, contactId: byId('1'), updateFields: {} };
	const { error } = await desk.send({ parameters });
	expect(error?.message).toBe("'Update Fields' has no field [item 0]");
	expect(desk.sandbox.journal.starts()).toEqual([]);
});
