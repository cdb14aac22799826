import { byId } from '../../../harness/livedesk';
import { useLiveDesk } from '../../support/useLiveDesk';
import { noTexts, nothing, refuses, VALUE } from './refuses';

const desk = useLiveDesk();
const contact = { resource: 'contact', operation: 'create', inboxId: '523', name: 'Alice' };

describe('a text', () => {
	const parameters = { conversationId: byId('141'), content: VALUE };
	refuses(desk, { label: 'Text', parameters, good: 'Hello' }, [
		...nothing,
		...noTexts,
		['NUL', 'Hel\0lo', /NUL/],
	]);
});

describe('a text that may be empty', () => {
	refuses(desk, { label: 'Name', parameters: { ...contact, name: VALUE }, good: 'Alice' }, [
		...noTexts,
		['NUL', 'Al\0ice', /NUL/],
		['characters that nobody sees', '\u200b\u202e', /invisible/],
	]);
});

describe('an email address', () => {
	const parameters = { ...contact, email: VALUE };
	refuses(desk, { label: 'Email', parameters, good: 'alice@example.com' }, [
		...noTexts,
		['a name', 'alice'],
		['a name before nothing', 'alice@'],
		['nothing before a host', '@example.com'],
		['two addresses', 'alice@example.com, bob@example.com'],
		['a space within', 'alice miller@example.com'],
		['a text of any length', 'a'.repeat(5000), /Received: a{80}…/],
	]);
});

describe('a phone number', () => {
	const parameters = { ...contact, phoneNumber: VALUE };
	refuses(desk, { label: 'Phone Number', parameters, good: '+66891234567' }, [
		...noTexts,
		['a number without a country code', '081 234 5678'],
		['a number without a plus', '66812345678'],
		['a number as a number', 66812345678],
		['two zeros for the plus', '0066812345678'],
		['a zero behind the plus', '+0812345678'],
		['a zero in brackets', '+44 (0)20 7946 0958', /without the 0 in brackets/],
		['a zero in brackets with spaces', '+44 [ 0 ] 20 7946 0958', /without the 0 in brackets/],
		['an extension', '+66 81 234 5678 ext. 9'],
		['too many digits', '+6681234567890123'],
		['a plus alone', '+'],
		['letters', '+66 CALL ME'],
		['digits of another script', '+๖๖๘๑๒๓๔๕๖๗๘'],
		['two numbers', '+66812345678, +66812345679'],
	]);
});

describe('a URL', () => {
	const parameters = { ...contact, additionalFields: { avatarUrl: VALUE } };
	refuses(desk, { label: 'Avatar URL', parameters, good: 'https://example.com/a' }, [
		...noTexts,
		['an ftp address', 'ftp://example.com/a'],
		['a script', 'javascript:alert(1)'],
		['a data address', 'data:image/png;base64,AAAA'],
		['a path', '/image.jpg'],
		['a host without a scheme', 'example.com/image.jpg'],
		['a scheme without a host', 'https://'],
		['a blank within', 'https://example.com/an image.jpg'],
		['a port that is none', 'https://example.com:port/a'],
	]);
});
