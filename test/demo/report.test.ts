import { conversations } from '../../demo/cast';
import { closingText, conversationText, runsText } from '../../demo/print/report';
import { COLUMNS, paintFor, widthOf } from '../../demo/print/terminal';
import { told } from './told';

const paint = paintFor(false);

const context = told();

const printed = () =>
	conversations.map((seed) => conversationText(context.desk.sandbox, seed, paint));

describe('what the demo prints', () => {
	it('has each message with its number, its text and what became of it', () => {
		conversations.forEach(({ id }, index) => {
			const stored = context.desk.sandbox.messages(id);
			const [, ...blocks] = printed()[index].split(/\n(?= +#\d+ )/);
			expect(blocks).toHaveLength(stored.length);
			stored.forEach((message, at) => {
				const [title, ...body] = blocks[at].split('\n').map((line) => line.trim());
				expect(title.split(' ')[0]).toBe(`#${message.id}`);
				expect(body.join(' ')).toContain(message.content);
				if (message.message_type === 1) expect(title.endsWith(message.status)).toBe(true);
			});
		});
	});

	it('says who a conversation is with, and where', () => {
		expect(printed().map((text) => text.split('\n')[0])).toEqual([
			'สมชาย ใจดี · WhatsApp · +66812345678 · conversation 141',
			'Alice Miller · Website · alice@example.com · conversation 142',
		]);
	});

	it.each([
		'header    {{1}} Order #456',
		'body      {{1}} สมชาย   {{2}} จัดส่งแล้ว',
		'footer    {{1}} Acme Corp',
		'button    open link …/track/12345',
		'button    quick reply OPT_OUT',
		'document  tax-invoice-456.pdf   https://example.com/tax-invoice-456.pdf',
		'location  Acme Siam',
		'image     parcel-457.png   ',
		'n8n · private note · ✓ sent',
		'n8n · text · reply to #3030 · ✓ sent',
		'reason    131049: Message not delivered',
	])('shows the part "%s"', (part) => {
		expect(printed().join('\n')).toContain(part);
	});

	it('fits into a terminal', () => {
		const closing = closingText(context.desk.sandbox, context.stage, paint);
		const text = [runsText(context.stage.played, paint), ...printed(), closing].join('\n');
		for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(COLUMNS);
	});

	it('names the message of each item of a run, and which one was refused', () => {
		const lines = runsText(context.stage.played, paint).split('\n').slice(1);
		expect(lines).toHaveLength(context.stage.played.length);
		expect(lines[1]).toMatch(/Send Text +#3034 {2}#3035 {2}#3036 {2}#3037$/);
		const retried = lines.find((line) => line.includes('→ Retry'));
		expect(retried).toMatch(/#\d+ refused, then retried {2}#\d+$/);
	});

	it('says in the end what was sent and what failed', () => {
		const messages = conversations.flatMap(({ id }) => context.desk.sandbox.messages(id));
		const outgoing = messages.filter(({ message_type: type }) => type === 1).length;
		const text = closingText(context.desk.sandbox, context.stage, paint);
		expect(text).toContain(`${outgoing} messages in ${context.stage.played.length} workflow runs`);
		expect(text).toContain(`${outgoing - 1} are sent, 1 of them by Retry. 1 stayed failed`);
	});
});
