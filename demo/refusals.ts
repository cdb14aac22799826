import { byId } from '../harness/livedesk';
import { SOMCHAI } from './conversations';
import { retry, sendTemplate, sendText, variables } from './nodes';
import type { Demo } from './demo';

/** A refused message goes to the error output, and from there to Retry. */
export async function retryRefused(demo: Demo): Promise<void> {
	await demo.run({
		title: 'Send Template',
		parameters: sendTemplate({ bodyVariables: variables('={{ $json.value }}') }),
		items: [
			{
				conversation: SOMCHAI,
				text: 'ให้คะแนนบริการของเราหน่อยนะคะ',
				template: 'rate_service',
				value: '#456',
				refusal: '131047: Re-engagement message is not allowed',
			},
			{
				conversation: SOMCHAI,
				text: 'คุณได้รับ 47 คะแนนสะสมค่ะ',
				template: 'loyalty_points',
				value: '47',
			},
		],
		next: { title: 'Retry', output: 'error', parameters: retry() },
	});
}

/** On Delivery Failure = Output the Message: the workflow goes on, and tells the agents why nothing arrived. */
export async function noteRefused(demo: Demo): Promise<void> {
	await demo.run({
		title: 'Send Template',
		parameters: sendTemplate({
			additionalFields: { category: 'MARKETING' },
			options: { failedDelivery: 'output' },
		}),
		items: [
			{
				conversation: SOMCHAI,
				text: 'ส่วนลด 20% สุดสัปดาห์นี้เท่านั้น',
				template: 'weekend_offer',
				refusal: '131049: Message not delivered to maintain healthy ecosystem engagement',
			},
		],
		next: {
			title: 'Send Text, as a private note',
			output: 'success',
			parameters: {
				...sendText({ private: true }),
				conversationId: byId('={{ $json.conversation_id }}'),
				content: '=ข้อเสนอส่งไม่ถึงลูกค้า ({{ $json.external_error.slice(0, 6) }})',
			},
			adds: { conversation: SOMCHAI, text: 'ข้อเสนอส่งไม่ถึงลูกค้า (131049)' },
		},
	});
}
