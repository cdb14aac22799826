import { LiveDeskApi } from '../../credentials/LiveDeskApi.credentials';
import { textOf } from './documents';

const type = new LiveDeskApi();

test('the credential keeps what saved credentials refer to', () => {
	expect(type).toMatchObject({ name: 'liveDeskApi', displayName: 'LiveDesk API' });
	const fields = type.properties.map((field) => [
		field.name,
		field.displayName,
		field.type,
		field.default,
		field.typeOptions?.password === true,
		field.required === true,
	]);
	expect(fields).toEqual([
		['apiKey', 'API Key', 'string', '', true, true],
		['apiSecret', 'API Secret', 'string', '', true, true],
		['baseUrl', 'Base URL', 'string', 'https://livedesk-api.engagelab.com', false, true],
	]);
});

test('the credential has an icon for light and for dark', () => {
	const { light, dark } = type.icon as { light: string; dark: string };
	expect(light).not.toBe(dark);
	for (const icon of [light, dark]) {
		expect(textOf(icon.replace('file:', 'credentials/'))).toMatch(/^<svg /);
	}
});
