import { svg } from './dom.js';

const roads = [
	'M-10 92 L120 60 L190 74 L350 30',
	'M60 -10 L96 66 L84 150',
	'M230 -10 L214 70 L262 150',
	'M-10 24 L72 18 L224 44',
	'M150 150 L156 66 L140 -10',
];

/** A picture that says "a place", drawn without any map service. */
export function mapPicture(latitude, longitude) {
	return svg(
		'svg',
		{
			class: 'map',
			viewBox: '0 0 320 120',
			preserveAspectRatio: 'xMidYMid slice',
			role: 'img',
			'aria-label': `Map pin at ${latitude}, ${longitude}`,
		},
		svg('rect', { class: 'map-land', width: 320, height: 120 }),
		svg('path', { class: 'map-park', d: 'M102 72 L148 64 L150 128 L96 128 Z' }),
		svg('path', { class: 'map-park', d: 'M238 -4 L330 -4 L330 28 L226 50 Z' }),
		svg('path', { class: 'map-water', d: 'M266 128 C270 92 300 84 330 82 L330 128 Z' }),
		roads.map((d) => svg('path', { class: 'map-road', d })),
		svg('ellipse', { class: 'map-shadow', cx: 160, cy: 84, rx: 11, ry: 3.5 }),
		svg('path', {
			class: 'map-pin',
			d: 'M160 84 C148 68 140 58 140 48 a20 20 0 0 1 40 0 C180 58 172 68 160 84 Z',
		}),
		svg('circle', { class: 'map-hole', cx: 160, cy: 48, r: 7.5 }),
	);
}
