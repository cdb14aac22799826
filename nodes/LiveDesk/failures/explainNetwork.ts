import { quote, sentences, type Words } from './words';

const BASE_URL = "Check 'Base URL' in the LiveDesk credential.";

const NO_WEB_ADDRESS: Words = {
	message: "'Base URL' in the LiveDesk credential is not a web address",
	description: 'Enter a complete address, e.g. https://livedesk-api.engagelab.com',
};

/** Words by Node's codes; what is not here goes by its kind, below. */
const CODE_WORDS: Readonly<Record<string, Words>> = {
	ENOTFOUND: { message: "LiveDesk's address could not be found", description: BASE_URL },
	EAI_AGAIN: {
		message: "LiveDesk's address could not be looked up",
		description: `Check the network of the n8n server. ${BASE_URL}`,
	},
	ECONNREFUSED: { message: 'Nothing answers at the address of LiveDesk', description: BASE_URL },
	ERR_BAD_REQUEST: NO_WEB_ADDRESS,
	ERR_INVALID_URL: NO_WEB_ADDRESS,
	ERR_CANCELED: {
		message: 'The execution was cancelled before LiveDesk answered',
		description: '',
	},
	ECONNABORTED: {
		message: 'LiveDesk did not answer in time',
		description: "The time can be changed under 'Options' > 'Timeout' at the end of the panel.",
	},
};

const NOT_CONNECTED: Words = {
	message: 'No connection to LiveDesk could be made',
	description: `Check the network of the n8n server. ${BASE_URL}`,
};

/** @returns what it means that the request never reached LiveDesk */
export function explainNotReached(code: string | undefined): Words {
	const words = (code !== undefined && CODE_WORDS[code]) || NOT_CONNECTED;
	return code === undefined ? words : { ...words, description: `${words.description} (${code})` };
}

/** @param reason n8n's own words */
export function explainPolicy(reason: string | undefined): Words {
	return {
		message: 'n8n did not let the request through to LiveDesk',
		description: sentences(
			sayingOfN8n(reason),
			"Look at 'Allowed HTTP Request Domains' in the credential, and ask who runs n8n whether it may reach LiveDesk.",
		),
	};
}

/**
 * n8n 2.41 evaluates no credential's expressions in a workflow with Execution Logic v2 (binary mode "combined"), as
 * measured.
 *
 * @param reason n8n's own words
 */
export function explainCredential(reason: string | undefined): Words {
	return {
		message: 'n8n could not evaluate the LiveDesk credential',
		description: sentences(
			sayingOfN8n(reason),
			"Check the credential for expressions. In a workflow whose setting 'Execution Logic' is v2, choose v1 instead.",
		),
	};
}

const sayingOfN8n = (reason = '') => (reason === '' ? '' : `n8n says: ${quote(reason)}`);

/** @returns what it means that no secure connection could be made */
export function explainTls(code: string): Words {
	return {
		message: 'The secure connection to LiveDesk could not be made',
		description: `The certificate of the server is not trusted, or it does not speak HTTPS. ${BASE_URL} (${code})`,
	};
}

/** @returns what it means that a file of the message could not be read */
export function explainFile(code: string | undefined): Words {
	return {
		message: "A file of the message could not be read from n8n's storage",
		description: `Run the node that gives the file again.${code === undefined ? '' : ` (${code})`}`,
	};
}

/** @returns what it means that the connection ended without an answer */
export function explainNoAnswer(code: string | undefined): Words {
	const words = (code !== undefined && CODE_WORDS[code]) || {
		message: 'The connection to LiveDesk broke before it answered',
		description: '',
	};
	return code === undefined
		? words
		: { ...words, description: `${words.description} (${code})`.trim() };
}
