import { readArguments } from '../../../account/arguments';

const refusalOf = (...args: string[]): string => {
	try {
		readArguments(args);
	} catch (error) {
		return (error as Error).message;
	}
	return 'nothing';
};

describe('The arguments of a check', () => {
	it('name a conversation by its ID or its link', () => {
		const link = 'https://livedesk.engagelab.com/app/accounts/14/conversations/141?x=1';

		expect(readArguments(['--conversation', '141']).conversation).toBe('141');
		expect(readArguments(['--conversation', link]).conversation).toBe('141');
	});

	it.each([
		['https://desk.example.com/', 'https://desk.example.com'],
		[' https://desk.example.com/api/v2/accounts ', 'https://desk.example.com'],
		['https://desk.example.com/eu', 'https://desk.example.com/eu'],
	])('take the base URL %s as the credential does', (given, baseUrl) => {
		expect(readArguments(['--conversation=1', `--base-url=${given}`]).baseUrl).toBe(baseUrl);
	});

	it('have the documented base URL, and no agreement, unless told', () => {
		expect(readArguments(['--conversation=1'])).toEqual({
			conversation: '1',
			baseUrl: 'https://livedesk-api.engagelab.com',
			isAgreed: false,
		});
	});

	it.each([
		[['--status'], 'ask'],
		[['--status', '--yes'], 'ask'],
		[['--status', 'open'], 'open'],
		[['--status=pending'], 'pending'],
	] as const)('take %j', (args, status) => {
		expect(readArguments(['--conversation=1', ...args]).status).toBe(status);
	});

	it.each([
		[[], 'Say which conversation: --conversation 141'],
		[['--conversation', '141/../7'], '--conversation wants the number of a conversation'],
		[['--conversation=1', '--base-url=desk'], '--base-url wants a URL'],
		[['--conversation=1', '--base-url=ftp://desk'], '--base-url wants a URL'],
		[['--conversation=1', '--base-url=https://a:b@desk'], '--base-url holds a user or a password'],
		[['--conversation=1', '--status=resolved'], '--status takes only conversations that are open'],
		[['--conversation=1', '--api-secret=abc'], 'not taken from the command line'],
		[['--conversation=1', '--fast'], 'Not understood'],
		[['--conversation=1', 'please'], 'Not understood'],
	] as const)('are refused with words and the usage: %j', (args, words) => {
		expect(refusalOf(...args)).toContain(words);
		expect(refusalOf(...args)).toContain('Usage: npm run check:account');
	});

	it('are refused without a secret that they hold being repeated', () => {
		expect(refusalOf('--api-secret=abc123')).not.toContain('abc123');
	});
});
