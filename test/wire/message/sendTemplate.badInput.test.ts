import { byId } from '../../../harness/livedesk';
import { continuesAfter, noTexts, nothing, refuses, VALUE } from '../support/badInput';
import { useLiveDesk } from '../../support/useLiveDesk';
import { template } from './documented';

const desk = useLiveDesk();

describe.each([
	['Chat Text', 'chatText', 'Hello'],
	['Template Name', 'templateName', 'order_update'],
	['Template Language', 'templateLanguage', 'en_US'],
])('%s', (label, name, good) => {
	refuses(desk, { label, parameters: { ...template, [name]: VALUE }, good }, [
		...nothing,
		...noTexts,
	]);
});

const chatText = {
	label: 'Chat Text',
	parameters: {
		...template,
		chatText: VALUE,
		bodyVariables: { variable: [{ name: '', value: 'John' }] },
	},
	good: 'Hello {{1}}',
};
refuses(desk, chatText, [
	['a variable that has no value', 'Hello {{2}}', /\{\{2\}\}/],
	['a name that has no value', 'Hello {{1}}, {{ name }}', /\{\{name\}\}/],
	['a name of every object', 'Hello {{constructor}}', /\{\{constructor\}\}/],
	['a variable of any length', `{{${'a'.repeat(5000)}}}`, /a{80}…/],
]);
continuesAfter(desk, chatText, ['a variable that has no value', '{{2}}']);

describe.each([
	['Category', 'category', 'UTILITY'],
	['Namespace', 'namespace', 'shop'],
])('%s', (label, name, good) => {
	const parameters = { ...template, additionalFields: { [name]: VALUE } };
	refuses(desk, { label, parameters, good }, noTexts);
});

refuses(
	desk,
	{ label: 'Conversation', parameters: { ...template, conversationId: byId(VALUE) }, good: '141' },
	[...nothing, ...noTexts, ['a path', '141/../7']],
);
