import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../../harness/livedesk';

/** The parameters of Send and Wait for Approval, with more of them. */
export const ask = (more: IDataObject = {}): IDataObject => ({
	operation: 'sendAndWait',
	conversationId: byId('141'),
	message: 'Send this answer?\nYour parcel arrives on Friday.',
	...more,
});
