import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../harness/livedesk';
import { retry, template } from './message/documented';
import { useLiveDesk } from '../support/useLiveDesk';

const desk = useLiveDesk();
const text = { conversationId: byId('141'), content: 'Hello' };
const attachment = { operation: 'sendAttachment', conversationId: byId('141') };
const image = { ...template, headerType: 'image' };
const contact = { resource: 'contact', operation: 'create', name: 'Alice' };
const conversation = { resource: 'conversation', operation: 'create', inboxId: '523' };

describe('n8n', () => {
	test.each<[field: string, parameters: IDataObject]>([
		['Conversation', { ...text, conversationId: byId('') }],
		['Text', { ...text, content: '' }],
		['Input Data Field Name', { ...attachment, binaryPropertyName: '' }],
		['Chat Text', { ...template, chatText: '' }],
		['Template Name', { ...template, templateName: '' }],
		['Template Language', { ...template, templateLanguage: '' }],
		['Header Media URL', image],
		['Message ID', { ...retry, messageId: '' }],
		['Inbox (Channel) ID', contact],
		['Inbox (Channel) ID', { ...conversation, inboxId: '', contactId: byId('7') }],
		['Contact', conversation],
		['Contact', { resource: 'contact', operation: 'update', updateFields: { name: 'A' } }],
		['Conversation', { resource: 'conversation', operation: 'updateStatus' }],
		['Source ID', { ...conversation, contactBy: 'sourceId', contactId: '7' }],
	])("does not start the node while '%s' is empty", async (field, parameters) => {
		await expect(desk.send({ parameters })).rejects.toThrow(`Parameter "${field}" is required`);
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});
});
