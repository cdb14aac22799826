import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { askedIn } from './asked';
import { choicesOf, isReview, type Choice } from './fields';
import { linkTo } from './link';
import { decidedPage, decisionPage, sayingPage } from './page';
import { STYLE_HASH } from './pageStyle';

/** The page is what it is: no script, nothing from elsewhere, no frame around it, and the link is told to nobody. */
const HEADERS: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex, nofollow',
};

/**
 * Answers who opens a link of the note, and who clicks a button of the page behind it. n8n has checked the link's
 * signature by then, and answers by itself where the execution does not wait any more.
 *
 * @returns what the workflow goes on with, by n8n's own shape; nothing for a link that is only opened, as previews and
 * virus scanners do, so that the execution goes on waiting
 */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { approved, turn } = this.getQueryData() as Partial<Record<string, unknown>>;
	if ((approved !== 'true' && approved !== 'false') || typeof turn !== 'string') {
		return show(this, 400, incomplete);
	}
	// Where n8n cannot tell, the link counts.
	const current = orElse(() => currentTurn(this), undefined) ?? turn;
	if (String(current) !== turn) return show(this, 409, outdated);
	const isApproval = approved === 'true';
	const options = () => this.getNodeParameter('approvalOptions', {});
	const choices = orElse(() => choicesOf(options(), isReview(this.getNode())), [plain(isApproval)]);
	const text = () => askedIn(this, this.getNodeParameter('message', ''));
	const message = orElse(text, 'See the private note in the conversation.');
	if (this.getRequestObject().method !== 'POST') {
		// Without the host: whoever sees n8n under another address stays there.
		const action = (choice: Choice) => new URL(linkTo(this, choice, turn)).search;
		const buttons = choices.map((choice) => ({ ...choice, action: action(choice) }));
		return show(this, 200, decisionPage(message, buttons));
	}
	const chosen = choices.find((choice) => choice.isApproval === isApproval) ?? plain(isApproval);
	const data = { approved: isApproval, respondedAt: new Date().toISOString() };
	return {
		...show(this, 200, decidedPage(message, chosen)),
		workflowData: [[{ json: { data } }]],
	};
}

const incomplete = sayingPage(
	'This link is not complete',
	'Nothing was decided. Open the whole link in the private note.',
);

const outdated = sayingPage(
	'This has been decided',
	'The workflow waits for another decision by now: open the link in the newest private note.',
);

/** The note says it all: a page that cannot repeat it must not keep anyone from deciding. */
function orElse<T>(read: () => T, fallback: T): T {
	try {
		return read();
	} catch {
		return fallback;
	}
}

/** @returns the turn of the note that waits */
function currentTurn(context: IWebhookFunctions): unknown {
	const name = JSON.stringify(context.getNode().name);
	return context.evaluateExpression(`{{ $node[${name}].context.turn }}`);
}

function show(context: IWebhookFunctions, status: number, page: string): IWebhookResponseData {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	response.status(status).end(page);
	return { noWebhookResponse: true };
}

const plain = (isApproval: boolean): Choice => ({
	isApproval,
	label: isApproval ? 'Approve' : 'Decline',
});
