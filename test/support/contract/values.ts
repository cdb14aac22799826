import { OPERATIONS } from './operations';

const PARAMETER_MODES = ['fields', 'json'];
const HEADER_TYPES = ['document', 'image', 'location', 'none', 'text', 'video'];
const CONTACT_BY = ['contactId', 'sourceId'];
const STATUSES = ['open', 'pending', 'resolved', 'snoozed'];
const SORTS = 'city company country created_at email last_activity_at name phone_number'.split(' ');

/** The values of every menu, in the order of the panel. */
export const MENUS: Array<[name: string, values: string[]]> = [
	['resource', ['contact', 'conversation', 'message']],
	['operation', OPERATIONS.message],
	['operation', OPERATIONS.contact],
	['operation', OPERATIONS.conversation],
	['direction', ['asc', 'desc']],
	['sort', SORTS],
	['contactBy', CONTACT_BY],
	['status', STATUSES],
	['approvalType', ['double', 'single']],
	['parameterMode', PARAMETER_MODES],
	['headerType', HEADER_TYPES],
	['subType', ['quick_reply', 'url']],
	['category', ['AUTHENTICATION', 'MARKETING', 'UTILITY']],
	['limitType', ['afterTimeInterval', 'atSpecifiedTime']],
	['resumeUnit', ['days', 'hours', 'minutes']],
	['failedDelivery', ['output', 'error']],
	['lostAnswer', ['error', 'resend']],
];

/** The least and the greatest value of every number, in the order of the panel. */
export const RANGES: Array<[name: string, least: number, greatest: number | undefined]> = [
	['limit', 1, undefined],
	['headerLatitude', -90, 90],
	['headerLongitude', -180, 180],
	['index', 0, undefined],
	['resumeAmount', 0, undefined],
	['messagesPerMinute', 1, 6000],
	['parallelConversations', 1, 50],
	['rateLimitWait', 0, 86400],
];
