import { counted, launched } from './launched';

const MB = 1024 * 1024;
const MINUTE = 60_000;

test(
	'a file of 200 MB costs at most 120 MB of memory',
	async () => {
		const { sent, arrived } = await launched({ conversations: 1, fileBytes: 200 * MB });
		expect(sent.error).toBeUndefined();
		expect(sent.pairs).toEqual([0]);
		expect(arrived.files).toMatchObject([{ size: 200 * MB, sha256: sent.sha256 }]);
		expect(sent.grownBytes / MB).toBeLessThanOrEqual(120);
	},
	3 * MINUTE,
);

test(
	'20 files of 50 MB to 20 conversations cost at most 250 MB of memory',
	async () => {
		const { sent, arrived } = await launched({ conversations: 20, fileBytes: 50 * MB });
		expect(sent.error).toBeUndefined();
		expect(sent.pairs).toEqual(counted(20));
		const whole = { size: 50 * MB, sha256: sent.sha256 };
		expect(arrived.files).toMatchObject(counted(20).map(() => whole));
		expect(arrived.inFlightPeak).toBe(10);
		expect(sent.grownBytes / MB).toBeLessThanOrEqual(250);
	},
	5 * MINUTE,
);

test(
	'a file that meets a 429 is read anew, arrives whole, and costs no more memory',
	async () => {
		const trouble = [{ retryAfter: 0, times: 2 }];
		const { sent, arrived } = await launched({ conversations: 1, fileBytes: 100 * MB, trouble });
		expect(sent.error).toBeUndefined();
		expect(sent.pairs).toEqual([0]);
		expect(arrived.statuses).toEqual([429, 429, 200]);
		const whole = { size: 100 * MB, sha256: sent.sha256 };
		expect(arrived.files).toMatchObject([whole, whole, whole]);
		expect(arrived.kept).toBe(1);
		expect(sent.grownBytes / MB).toBeLessThanOrEqual(120);
	},
	3 * MINUTE,
);
