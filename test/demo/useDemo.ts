import { notifyByPhone } from '../../demo/byPhone';
import { conversations } from '../../demo/conversations';
import { createDemo, type Demo } from '../../demo/demo';
import { runStory } from '../../demo/story';
import { startLiveDesk, type LiveDesk } from '../../harness/livedesk';

/** The demo's story, run once for all tests of a file. */
export function useDemo(): { desk: LiveDesk; demo: Demo } {
	const context = {} as { desk: LiveDesk; demo: Demo };
	beforeAll(async () => {
		context.desk = await startLiveDesk({ conversations: [...conversations] });
		context.demo = createDemo(context.desk);
		await runStory(context.demo);
		await notifyByPhone(context.demo);
	});
	afterAll(async () => await context.desk.close());
	return context;
}
