/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { byId, startLiveDesk } from '../../harness/livedesk';

test('an engine that is closed leaves no interval, which would hold all of n8n in memory', async () => {
	const started = jest.spyOn(global, 'setInterval');
	const stopped = jest.spyOn(global, 'clearInterval');
	const desk = await startLiveDesk();
	const { error } = await desk.send({ parameters: { conversationId: byId('141'), content: 'a' } });
	expect(error).toBeUndefined();
	await desk.close();
	const timers = started.mock.results.map(({ value }) => value as NodeJS.Timeout);
	expect(timers).not.toEqual([]);
	for (const timer of timers) expect(stopped.mock.calls.flat()).toContain(timer);
});
