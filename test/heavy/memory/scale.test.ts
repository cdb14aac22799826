import { counted, launched } from './launched';

const TEXTS = 20_000;
const CONVERSATIONS = 2_000;

test(
	'20,000 texts to 2,000 conversations arrive once each, in order, and nothing is asked but that',
	async () => {
		const { sent, arrived } = await launched({ conversations: CONVERSATIONS, texts: TEXTS });
		expect(sent.error).toBeUndefined();
		expect(sent.pairs).toEqual(counted(TEXTS));
		expect(arrived.statuses).toEqual(Array(TEXTS).fill(200));
		expect(arrived.inFlightPeak).toBeLessThanOrEqual(10);
		expect(Object.keys(arrived.texts)).toHaveLength(CONVERSATIONS);
		for (const conversation of counted(CONVERSATIONS)) {
			const own = counted(TEXTS / CONVERSATIONS).map((turn) => turn * CONVERSATIONS + conversation);
			expect(arrived.texts[conversation + 1]).toEqual(own.map(String));
		}
	},
	10 * 60_000,
);
