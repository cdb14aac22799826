import { wordsOf } from './subjects';

describe('Bad input', () => {
	test('is told in the words it was refused with', () => {
		const words = { message: "'Text' is empty", description: 'Enter it.' };
		expect(wordsOf({ kind: 'invalid', ...words })).toEqual(words);
		expect(wordsOf({ kind: 'invalid', message: 'x' })).toEqual({ message: 'x', description: '' });
	});
});

describe('What was not sent', () => {
	test('says that the execution was cancelled', () => {
		expect(wordsOf({ kind: 'notSent', isCancelled: true })).toEqual({
			message: 'The execution was cancelled before the message was sent',
			description: 'LiveDesk was not asked for it. Run the workflow again to send the message.',
		});
	});

	test('says that it was kept back because of another item', () => {
		expect(wordsOf({ kind: 'notSent' })).toEqual({
			message: 'The message was not sent, because another item did not go through',
			description: 'Correct the other item first, then run the node with the items left.',
		});
	});
});
