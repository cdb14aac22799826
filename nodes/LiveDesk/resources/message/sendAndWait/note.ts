import type { Choice } from './fields';

/** A choice with the link that an agent opens to make it. */
interface LinkedChoice extends Choice {
	link: string;
}

/**
 * The text of the note: what is asked, then one line per choice. LiveDesk's console makes links of addresses in a text.
 *
 * @param message what the agents are asked
 */
export function noteText(message: string, choices: LinkedChoice[]): string {
	const lines = choices.map(({ label, link }) => `${label}: ${link}`);
	return `${message.trimEnd()}\n\n${lines.join('\n')}`;
}
