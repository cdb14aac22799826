import {
	isObject,
	numberWithin,
	optionalText,
	refuse,
	webAddress,
	type JsonObject,
} from '../../checks';
import { knownKeys } from '../../json';
import { textVariables } from './variables';

/** Where a part of the header comes from, in the user's words: a form's label, or a key of the JSON; `''` is all. */
export type LabelOf = (key: string) => string;

/** Degrees from the equator and from Greenwich. */
const LIMITS = { latitude: 90, longitude: 180 };

/**
 * Builds the `header_params` of a template.
 *
 * @param header the header in the API's own shape, unchecked
 * @param labelOf names a key of it for the user
 * @returns just what the API documents for the header's type
 * @throws UserError when the type is unknown, lacks what it needs, or has what it does not take
 */
export function buildHeader(header: JsonObject, labelOf: LabelOf): JsonObject {
	const { type } = header;
	const build = typeof type === 'string' && Object.hasOwn(builders, type) && builders[type];
	if (!build) {
		refuse(
			`'${labelOf('type')}' is not known`,
			`Known header types: ${Object.keys(builders).join(', ')}.`,
		);
	}
	return { type, ...build(header, labelOf) };
}

const builders: Record<string, (header: JsonObject, labelOf: LabelOf) => JsonObject> = {
	text(header, labelOf) {
		const label = labelOf('text_variables');
		knownKeys(labelOf(''), header, ['type', 'text_variables']);
		const variables = textVariables(label, header.text_variables);
		if (!variables) refuse(`'${label}' is empty`, 'A text header needs at least one variable.');
		return { text_variables: variables };
	},
	image: media,
	video: media,
	document(header, labelOf) {
		knownKeys(labelOf(''), header, ['type', 'media_url', 'filename']);
		const filename = optionalText(labelOf('filename'), header.filename);
		return {
			media_url: webAddress(labelOf('media_url'), header.media_url),
			...(filename === undefined ? {} : { filename }),
		};
	},
	location(header, labelOf) {
		knownKeys(labelOf(''), header, ['type', 'location']);
		const { location } = header;
		if (!isObject(location)) {
			refuse(
				`'${labelOf('location')}' is empty`,
				'A location header needs latitude and longitude.',
			);
		}
		knownKeys(labelOf('location'), location, ['latitude', 'longitude', 'name', 'address']);
		const text = (key: string) => {
			const value = optionalText(labelOf(`location.${key}`), location[key]);
			return value === undefined ? {} : { [key]: value };
		};
		const degrees = (key: keyof typeof LIMITS) => ({
			[key]: numberWithin(labelOf(`location.${key}`), location[key], LIMITS[key]),
		});
		return {
			location: {
				...degrees('latitude'),
				...degrees('longitude'),
				...text('name'),
				...text('address'),
			},
		};
	},
};

function media(header: JsonObject, labelOf: LabelOf): JsonObject {
	knownKeys(labelOf(''), header, ['type', 'media_url']);
	return { media_url: webAddress(labelOf('media_url'), header.media_url) };
}
