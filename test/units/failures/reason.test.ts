import { subjects, wordsOf } from './subjects';

const about = subjects['contact saved'];

const reason = { message: 'The contact is gone', description: 'Run the node again.' };

test('a reason of our own is told as it is', () => {
	expect(wordsOf({ kind: 'refused', reason }, about)).toEqual(reason);
});

test('a reason of our own is followed by what LiveDesk said', () => {
	const reply = { statusCode: 422, headers: {}, body: { error: 'Name is too long' } };
	expect(wordsOf({ kind: 'refused', reason, reply }, about)).toEqual({
		message: reason.message,
		description: 'Run the node again. LiveDesk says: Name is too long',
		httpCode: '422',
	});
});
