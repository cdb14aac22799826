import { byId } from '../../support/livedesk';
import { noTexts, nothing, refuses, VALUE } from '../badInput';
import { running } from '../running';
import { template } from './documented';

const desk = running();

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
