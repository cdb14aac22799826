import { byId } from '../../../harness/livedesk';
import { useLiveDesk } from '../../support/useLiveDesk';
import { refuses, VALUE } from './refuses';

const desk = useLiveDesk();
const parameters = {
	conversationId: byId('141'),
	content: 'Hello',
	additionalFields: { contentAttributes: VALUE },
};

describe('a JSON object', () => {
	refuses(desk, { label: 'Content Attributes', parameters, good: '{}' }, [
		['broken JSON', '{ "in_reply_to": 29'],
		['an empty text', ''],
		['a list', [{ in_reply_to: 29 }]],
		['a list as JSON', '[]'],
		['a text as JSON', '"in_reply_to"'],
		['null', null],
		['null as JSON', 'null'],
		['undefined', undefined],
		['a number', 29],
		['NUL', { note: ['a\0b'] }, /NUL/],
		['NUL in a key', '{ "a\\u0000b": 1 }', /NUL/],
		['a number that would change', '{ "order": 12345678901234567890 }', /quotes.*12345678/s],
		['a number beyond all', '{ "order": 1e999 }', /quotes/],
		['NaN in an object', { total: NaN }, /NaN/],
		['20,000 levels', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, /100 levels/],
		['a reply to no ID', { in_reply_to: 'abc' }, /in_reply_to/],
		['a reply to no ID as JSON', '{ "in_reply_to": "abc" }', /in_reply_to/],
	]);
});
