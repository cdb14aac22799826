import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { choicesOf, isReview, messageOf, type Choice } from './fields';
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
	const isApproval = approvalIn(this.getQueryData());
	const { method } = this.getRequestObject();
	if (isApproval === undefined) {
		return show(
			this,
			400,
			sayingPage(
				'This link is not complete',
				'Open the link in the private note once more, as a whole. Nothing was decided.',
			),
		);
	}
	const choices = choicesIn(this, isApproval);
	const message = messageIn(this);
	if (method !== 'POST') {
		const buttons = choices.map((choice) => ({ ...choice, action: actionOf(this, choice) }));
		return show(this, 200, decisionPage(message, buttons));
	}
	const chosen = choices.find((choice) => choice.isApproval === isApproval) ?? plain(isApproval);
	const page = decidedPage(message, chosen);
	const data = { approved: isApproval, respondedAt: new Date().toISOString() };
	return { ...show(this, 200, page), workflowData: [[{ json: { data } }]] };
}

function show(context: IWebhookFunctions, status: number, page: string): IWebhookResponseData {
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	response.status(status).end(page);
	return { noWebhookResponse: true };
}

function approvalIn({ approved }: { approved?: unknown }): boolean | undefined {
	return approved === 'true' || approved === 'false' ? approved === 'true' : undefined;
}

/** The link of a choice without its host: whoever sees n8n under another address stays there. */
function actionOf(context: IWebhookFunctions, { isApproval }: Choice): string {
	return new URL(context.getSignedResumeUrl({ approved: String(isApproval) })).search;
}

function choicesIn(context: IWebhookFunctions, isApproval: boolean): Choice[] {
	try {
		return choicesOf(context.getNodeParameter('approvalOptions', {}), isReview(context.getNode()));
	} catch {
		return [plain(isApproval)];
	}
}

const plain = (isApproval: boolean): Choice => ({
	isApproval,
	label: isApproval ? 'Approve' : 'Decline',
});

/** The note says it too: a page that cannot repeat it must not keep anyone from deciding. */
function messageIn(context: IWebhookFunctions): string {
	try {
		return messageOf(context.getNodeParameter('message', ''));
	} catch {
		return 'See the private note in the conversation.';
	}
}
