import type { INodeProperties } from 'n8n-workflow';
import type { Read } from '../../../delivery/operation';
import type { JsonObject } from '../../values';
import type { Labels } from './labels';
import { namedVariables, variablesField } from './variablesForm';

const shownFor = (...types: string[]) => ({ displayOptions: { show: { headerType: types } } });

const type: INodeProperties = {
	displayName: 'Header Type',
	name: 'headerType',
	type: 'options',
	default: 'none',
	description: 'The kind of header that the template has',
	options: [
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'Location', value: 'location' },
		{ name: 'None', value: 'none' },
		{ name: 'Text', value: 'text' },
		{ name: 'Video', value: 'video' },
	],
};

const variables: INodeProperties = {
	...variablesField(
		'Header Variables',
		'headerVariables',
		"The values for the variables of the template's header",
	),
	...shownFor('text'),
};

const mediaUrl: INodeProperties = {
	displayName: 'Header Media URL',
	name: 'headerMediaUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/image.jpg',
	description: 'The public URL of the image, video or document',
	...shownFor('image', 'video', 'document'),
};

const fileName: INodeProperties = {
	displayName: 'Header File Name',
	name: 'headerFileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice.pdf',
	description: 'The name under which the customer sees the document',
	...shownFor('document'),
};

const degrees = (displayName: string, name: string, limit: number): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: -limit, maxValue: limit, numberPrecision: 7 },
	default: 0,
	description: `In degrees, from -${limit} to ${limit}`,
	...shownFor('location'),
});

const latitude = degrees('Header Latitude', 'headerLatitude', 90);
const longitude = degrees('Header Longitude', 'headerLongitude', 180);

const locationName: INodeProperties = {
	displayName: 'Header Location Name',
	name: 'headerLocationName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Acme HQ',
	description: 'The name of the place',
	...shownFor('location'),
};

const locationAddress: INodeProperties = {
	displayName: 'Header Location Address',
	name: 'headerLocationAddress',
	type: 'string',
	default: '',
	placeholder: 'e.g. 123 Main St, San Francisco',
	description: 'The address of the place',
	...shownFor('location'),
};

export const headerFields: INodeProperties[] = [
	type,
	variables,
	mediaUrl,
	fileName,
	latitude,
	longitude,
	locationName,
	locationAddress,
];

/** The labels of the header's parts by their path in `template_params`. */
export const headerLabels: Labels = {
	header_params: type.displayName,
	'header_params.type': type.displayName,
	'header_params.text_variables': variables.displayName,
	'header_params.media_url': mediaUrl.displayName,
	'header_params.filename': fileName.displayName,
	'header_params.location.latitude': latitude.displayName,
	'header_params.location.longitude': longitude.displayName,
	'header_params.location.name': locationName.displayName,
	'header_params.location.address': locationAddress.displayName,
};

/**
 * @returns the header in the API's own shape, unchecked: fields of other header types are left out, since n8n
 * keeps what was typed before the type changed; undefined for a template without a header
 */
export function headerOfForm(read: Read): JsonObject | undefined {
	const headerType = read(type.name, 'none');
	switch (headerType) {
		case 'none':
			return undefined;
		case 'text':
			return {
				type: headerType,
				text_variables: namedVariables(variables.displayName, read(variables.name, {})),
			};
		case 'location':
			return {
				type: headerType,
				location: {
					latitude: read(latitude.name, 0),
					longitude: read(longitude.name, 0),
					name: read(locationName.name, ''),
					address: read(locationAddress.name, ''),
				},
			};
		case 'document':
			return {
				type: headerType,
				media_url: read(mediaUrl.name, ''),
				filename: read(fileName.name, ''),
			};
		default:
			return { type: headerType, media_url: read(mediaUrl.name, '') };
	}
}
