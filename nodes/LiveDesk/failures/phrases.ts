import type { Subject } from './words';

/** What is said of an operation, whatever it does. */
interface Phrases {
	/** What LiveDesk accepts or refuses, e.g. "message". */
	asked: string;
	/** e.g. "The message was not sent". */
	notDone: string;
	/** e.g. "before the message was sent". */
	before: string;
	/** e.g. "The message may have arrived". */
	mayBeDone: string;
	/** What to do before it is done again. */
	lookFirst: string;
	/** e.g. "send the message". */
	toDo: string;
}

/** @returns the phrases for a subject, e.g. for a message that is sent */
export function phrasesFor({ noun, done }: Subject): Phrases {
	switch (done) {
		case 'sent':
			return {
				...phrases(noun, 'sent', 'send'),
				mayBeDone: `The ${noun} may have arrived`,
				lookFirst: 'look at the conversation before you send it again',
			};
		case 'retried':
			return {
				...phrases(noun, 'retried', 'retry'),
				asked: 'retry',
				// An accepted retry says that the message is queued, and nothing of its delivery.
				mayBeDone: `LiveDesk may have queued the ${noun} again`,
				lookFirst: 'look at the conversation before you retry it again',
			};
		case 'created':
			return phrases(noun, 'created', 'create');
		case 'updated':
			return phrases(noun, 'updated', 'update');
		case 'saved':
			return phrases(noun, 'created or updated', 'create or update');
		case 'changed':
			return { ...phrases(`${noun}'s status`, 'changed', 'change'), asked: 'new status' };
		case 'read':
			return {
				...phrases(`${noun}s`, 'read', 'read', 'were'),
				asked: 'search',
				mayBeDone: 'Nothing was changed in LiveDesk',
			};
	}
}

function phrases(thing: string, past: string, verb: string, was = 'was'): Phrases {
	return {
		asked: thing,
		notDone: `The ${thing} ${was} not ${past}`,
		before: `before the ${thing} ${was} ${past}`,
		mayBeDone: `The ${thing} may have been ${past}`,
		lookFirst: `look for it in LiveDesk before you ${verb} it again`,
		toDo: `${verb} the ${thing}`,
	};
}
