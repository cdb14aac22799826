const text = ['string', ''];
const json = ['json', '{}'];
const no = ['boolean', false];
const variables = { 'variable.name': text, 'variable.value': text };

/** What stands in collections and rows, however deep, in the order of the panel: type and default by name. */
export const FIELDS: Array<[name: string, fields: object]> = [
	['filters', { direction: ['options', 'asc'], labels: text, sort: ['options', 'name'] }],
	[
		'updateFields',
		{
			additionalAttributes: json,
			avatarUrl: text,
			blocked: no,
			customAttributes: json,
			email: text,
			identifier: text,
			name: text,
			phoneNumber: text,
		},
	],
	[
		'approvalOptions',
		{
			'values.approvalType': ['options', 'single'],
			'values.approveLabel': ['string', 'Approve'],
			'values.disapproveLabel': ['string', 'Decline'],
		},
	],
	['headerVariables', variables],
	['bodyVariables', variables],
	['footerVariables', variables],
	[
		'buttons',
		{
			'button.index': ['number', 0],
			'button.subType': ['options', 'url'],
			'button.text': text,
			'button.payload': text,
		},
	],
	[
		'additionalFields',
		{
			avatarUrl: text,
			category: ['options', 'UTILITY'],
			contentAttributes: json,
			customAttributes: json,
			identifier: text,
			inReplyTo: text,
			namespace: text,
			private: no,
		},
	],
	[
		'options',
		{
			limitWaitTime: [
				'fixedCollection',
				{ values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
			],
			'limitWaitTime.values.limitType': ['options', 'afterTimeInterval'],
			'limitWaitTime.values.resumeAmount': ['number', 1],
			'limitWaitTime.values.resumeUnit': ['options', 'hours'],
			'limitWaitTime.values.maxDateAndTime': ['dateTime', ''],
			messagesPerMinute: ['number', 60],
			failedDelivery: ['options', 'error'],
			lostAnswer: ['options', 'error'],
			oneFilePerMessage: no,
			parallelConversations: ['number', 10],
			rateLimitWait: ['number', 60],
		},
	],
];
