import { tellByPhone } from '../../demo/byPhone';
import { conversations } from '../../demo/cast';
import { openStage, type Stage } from '../../demo/stage';
import { tellStory } from '../../demo/story';
import { startLiveDesk, type LiveDesk } from '../../harness/livedesk';

/** The demo's story, told once for all tests of a file. */
export function told(): { desk: LiveDesk; stage: Stage } {
	const context = {} as { desk: LiveDesk; stage: Stage };
	beforeAll(async () => {
		context.desk = await startLiveDesk({ conversations: [...conversations] });
		context.stage = openStage(context.desk);
		await tellStory(context.stage);
		await tellByPhone(context.stage);
	});
	afterAll(async () => await context.desk.close());
	return context;
}
