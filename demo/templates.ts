import { SOMCHAI } from './conversations';
import { sendTemplate, variables } from './nodes';
import { noteRefused, retryRefused } from './refusals';
import type { Demo } from './demo';

/** WhatsApp templates, to the customer who has WhatsApp: one of each header, and two that WhatsApp refuses. */
export async function sendTemplates(demo: Demo): Promise<void> {
	await sendMediaHeaders(demo);
	await retryRefused(demo);
	await sendLocation(demo);
	await sendOrderUpdate(demo);
	await noteRefused(demo);
}

/** The header's type is a field of the item as well: three types in one run. */
async function sendMediaHeaders(demo: Demo): Promise<void> {
	await demo.run({
		title: 'Send Template: image, video, document',
		parameters: sendTemplate({
			headerType: '={{ $json.header }}',
			headerMediaUrl: '={{ $json.url }}',
			headerFileName: '={{ $json.fileName }}',
			bodyVariables: variables('={{ $json.about }}'),
		}),
		items: [
			{
				conversation: SOMCHAI,
				text: 'แพ็กสินค้าออเดอร์ #456 เรียบร้อยแล้วค่ะ',
				template: 'order_packed',
				header: 'image',
				url: 'https://example.com/packed-456.jpg',
				about: '#456',
			},
			{
				conversation: SOMCHAI,
				text: 'วิดีโอวิธีประกอบโคมไฟตั้งโต๊ะ',
				template: 'assembly_guide',
				header: 'video',
				url: 'https://example.com/assembly.mp4',
				about: 'โคมไฟตั้งโต๊ะ',
			},
			{
				conversation: SOMCHAI,
				text: 'ใบกำกับภาษีของออเดอร์ #456 ค่ะ',
				template: 'tax_invoice',
				header: 'document',
				url: 'https://example.com/tax-invoice-456.pdf',
				fileName: 'tax-invoice-456.pdf',
				about: '#456',
			},
		],
	});
}

async function sendLocation(demo: Demo): Promise<void> {
	const location = {
		latitude: 13.7457,
		longitude: 100.5331,
		name: 'Acme Siam',
		address: '99 ถนนพระราม 1 ปทุมวัน กรุงเทพฯ',
	};
	await demo.run({
		title: 'Send Template: location, by JSON',
		parameters: sendTemplate({
			parameterMode: 'json',
			parametersJson: '={{ $json.values }}',
		}),
		items: [
			{
				conversation: SOMCHAI,
				text: 'หรือมารับสินค้าที่สาขาสยามได้เลยค่ะ',
				template: 'pickup_point',
				values: { header_params: { type: 'location', location } },
			},
		],
	});
}

/** The template of LiveDesk's documentation, filled in by forms. */
async function sendOrderUpdate(demo: Demo): Promise<void> {
	await demo.run({
		title: 'Send Template: text header, footer, buttons',
		parameters: sendTemplate({
			headerType: 'text',
			headerVariables: variables('=Order {{ $json.order }}'),
			bodyVariables: variables('={{ $json.name }}', '={{ $json.state }}'),
			footerVariables: variables('Acme Corp'),
			buttons: {
				button: [
					{ index: 0, subType: 'url', text: '=track/{{ $json.tracking }}' },
					{ index: 1, subType: 'quick_reply', payload: 'OPT_OUT' },
				],
			},
			additionalFields: { category: 'UTILITY' },
		}),
		items: [
			{
				conversation: SOMCHAI,
				text: 'คุณสมชาย ออเดอร์ #456 จัดส่งแล้วค่ะ',
				template: 'order_update',
				order: '#456',
				name: 'สมชาย',
				state: 'จัดส่งแล้ว',
				tracking: 12345,
			},
		],
	});
}
