import { ALICE, SOMCHAI } from './conversations';
import { invoice, photo } from './files';
import { sendAttachment, sendText } from './nodes';
import type { Demo } from './demo';
import { sendTemplates } from './templates';

/** A day at a support desk: two customers ask, and workflows answer both of them. */
export async function runStory(demo: Demo): Promise<void> {
	await answerQuestions(demo);
	await sendFiles(demo);
	await sendTemplates(demo);
	await sayGoodbye(demo);
}

async function answerQuestions(demo: Demo): Promise<void> {
	const fromSomchai = demo.customerWrites(SOMCHAI, 'สวัสดีครับ ออเดอร์ #456 ของผมถึงไหนแล้วครับ');
	const fromAlice = demo.customerWrites(
		ALICE,
		'Hi! Has my lamp shipped yet? And could I get the invoice for order #457?',
	);
	await demo.run({
		title: 'Send Text, as replies',
		parameters: sendText({ inReplyTo: '={{ $json.question }}' }),
		items: [
			{
				conversation: SOMCHAI,
				text: 'สวัสดีค่ะคุณสมชาย พัสดุออกจากคลังสินค้าแล้วเมื่อเช้านี้ค่ะ',
				question: fromSomchai.id,
			},
			{
				conversation: ALICE,
				text: 'Hello Alice! It is packed and leaves today.',
				question: fromAlice.id,
			},
		],
	});
	await demo.run({
		title: 'Send Text',
		parameters: sendText(),
		items: [
			{ conversation: SOMCHAI, text: 'ขนส่งจะโทรหาก่อนถึงประมาณ 30 นาทีค่ะ' },
			{ conversation: ALICE, text: 'The courier comes tomorrow between 9 and 12.' },
			{ conversation: SOMCHAI, text: 'รบกวนเตรียมรหัสรับพัสดุ 8812 ไว้ด้วยนะคะ' },
			{ conversation: ALICE, text: 'Here are a photo of the parcel and the invoice:' },
		],
	});
	await demo.run({
		title: 'Send Text, as private notes',
		parameters: sendText({ private: true }),
		items: [
			{ conversation: SOMCHAI, text: 'ลูกค้าประจำ: ส่งของก่อนเที่ยงเท่านั้น' },
			{ conversation: ALICE, text: 'Second order this month: offer free shipping next time.' },
		],
	});
}

async function sendFiles(demo: Demo): Promise<void> {
	await demo.run({
		title: 'Send Attachment',
		parameters: sendAttachment(),
		items: [
			{
				conversation: ALICE,
				text: 'Your parcel, ready to go.',
				files: { photo: { ...photo, fileName: 'parcel-457.png' } },
			},
			{
				conversation: SOMCHAI,
				text: 'รูปพัสดุและใบแจ้งหนี้ค่ะ',
				files: {
					photo: { ...photo, fileName: 'พัสดุ-456.png' },
					invoice: { ...invoice(456), fileName: 'ใบแจ้งหนี้-456.pdf' },
				},
			},
			{
				conversation: ALICE,
				text: 'And the invoice.',
				files: { invoice: { ...invoice(457), fileName: 'invoice-457.pdf' } },
			},
		],
	});
}

async function sayGoodbye(demo: Demo): Promise<void> {
	const fromSomchai = demo.customerWrites(SOMCHAI, 'ได้รับของแล้ว ขอบคุณครับ');
	const fromAlice = demo.customerWrites(ALICE, 'Perfect, thank you so much!');
	await demo.run({
		title: 'Send Text, as replies',
		parameters: sendText({ inReplyTo: '={{ $json.thanks }}' }),
		items: [
			{ conversation: SOMCHAI, text: 'ยินดีให้บริการค่ะ', thanks: fromSomchai.id },
			{
				conversation: ALICE,
				text: 'You are welcome, Alice. Enjoy the lamp!',
				thanks: fromAlice.id,
			},
		],
	});
}
