import { numberWithin, optionalText, requiredUrl } from '../../input';
import { refuse } from '../../refuse';
import { isObject, type JsonObject } from '../../values';
import { knownKeys } from './knownKeys';
import type { LabelOf } from './labels';
import { textVariables } from './variables';

/** Degrees from the equator and from Greenwich. */
const LIMITS = { latitude: 90, longitude: 180 };

/**
 * Builds the `header_params` of a template [S].
 *
 * @param header the header in the API's own shape, unchecked
 * @returns just what the API documents for the header's type
 * @throws UserError when the type is unknown, lacks what it needs, or has what is not part of it
 */
export function buildHeader(header: JsonObject, labelOf: LabelOf): JsonObject {
	const { type } = header;
	const build = typeof type === 'string' && Object.hasOwn(builders, type) && builders[type];
	if (!build) {
		refuse(
			`'${labelOf('header_params.type')}' is not known`,
			`Known header types: ${Object.keys(builders).join(', ')}.`,
		);
	}
	return { type, ...build(header, labelOf) };
}

const builders: Record<string, (header: JsonObject, labelOf: LabelOf) => JsonObject> = {
	text(header, labelOf) {
		const label = labelOf('header_params.text_variables');
		knownKeys(labelOf('header_params'), header, ['type', 'text_variables']);
		const variables = textVariables(label, header.text_variables);
		if (!variables) refuse(`'${label}' is empty`, 'A text header needs at least one variable.');
		return { text_variables: variables };
	},
	image: media,
	video: media,
	document(header, labelOf) {
		knownKeys(labelOf('header_params'), header, ['type', 'media_url', 'filename']);
		const filename = optionalText(labelOf('header_params.filename'), header.filename);
		return {
			media_url: requiredUrl(labelOf('header_params.media_url'), header.media_url),
			filename,
		};
	},
	location(header, labelOf) {
		knownKeys(labelOf('header_params'), header, ['type', 'location']);
		const { location } = header;
		if (!isObject(location)) {
			refuse(
				`'${labelOf('header_params.location')}' is empty`,
				'A location header needs latitude and longitude.',
			);
		}
		knownKeys(labelOf('header_params.location'), location, [
			'latitude',
			'longitude',
			'name',
			'address',
		]);
		const text = (key: string) =>
			optionalText(labelOf(`header_params.location.${key}`), location[key]);
		const degrees = (key: keyof typeof LIMITS) =>
			numberWithin(labelOf(`header_params.location.${key}`), location[key], LIMITS[key]);
		return {
			location: {
				latitude: degrees('latitude'),
				longitude: degrees('longitude'),
				name: text('name'),
				address: text('address'),
			},
		};
	},
};

function media(header: JsonObject, labelOf: LabelOf): JsonObject {
	knownKeys(labelOf('header_params'), header, ['type', 'media_url']);
	return { media_url: requiredUrl(labelOf('header_params.media_url'), header.media_url) };
}
