/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createRequire } from 'node:module';
import type { INodeProperties } from 'n8n-workflow';
import { requestOptions } from '../../../nodes/LiveDesk/delivery';

const { commonDeclarativeNodeOptionParameters: n8ns } = createRequire(require.resolve('n8n-core'))(
	'./nodes-loader/constants.js',
) as { commonDeclarativeNodeOptionParameters: INodeProperties };

/** All but the texts, which n8n's linter wants otherwise than n8n has them. */
const withoutTexts = (property: INodeProperties) =>
	JSON.parse(
		JSON.stringify(property, (key, value: unknown) =>
			['displayName', 'description', 'placeholder'].includes(key) ? undefined : value,
		),
	) as object;

test('the Request Options are the ones that n8n adds to a declarative node without a webhook', () => {
	expect(withoutTexts(requestOptions)).toEqual(withoutTexts(n8ns));
	expect(requestOptions.isNodeSetting).toBe(true);
});
