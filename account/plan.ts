import type { RestingStatus } from './account';
import type { Arguments } from './arguments';

/** What will be done, before it is done. */
export function planOf({ baseUrl, conversation }: Arguments, status?: RestingStatus): string {
	return `This compares the LiveDesk at ${baseUrl} with what the node relies on.

  Reads     contacts, with a wrong secret once; the messages of conversation ${conversation}
  Posts     4 private notes into conversation ${conversation}, through the node in n8n's engine:
            a text, a reply, a picture, a text file with a picture
  Tries     what LiveDesk should refuse: a private note to a conversation that does not exist,
            a retry of a message that does not exist, an empty private note
  Retries   one of these notes, which has not failed
${
	status === undefined
		? ''
		: `  Changes   the status of conversation ${conversation} from ${status} to snoozed, and back; rules of your
            project that start when a conversation is opened may start
`
}
Customers do not see private notes. For notes with files no page of LiveDesk promises that:
take a conversation with yourself or a test contact. The notes stay there.`;
}
