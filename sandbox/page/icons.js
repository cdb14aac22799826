import { svg } from './dom.js';

const paths = {
	lock: ['M7 10V7a5 5 0 0 1 10 0v3', 'M5 10h14v10H5z'],
	check: ['M5 12.5l4.5 4.5L19 7.5'],
	checks: ['M2 12.5l4.5 4.5L15 8', 'M11 16.5l1 .5L22 7.5'],
	warning: ['M12 4l9.5 16h-19z', 'M12 10v4.5', 'M12 17.4v.2'],
	file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6M9 16h6'],
	image: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15.5 9.2v.1'],
	video: ['M4 6h16v12H4z', 'M10.5 9.5v5l4-2.5z'],
	link: ['M14 5h5v5', 'M19 5l-8 8', 'M11 6H6v12h12v-5'],
	reply: ['M10 7l-5 5 5 5', 'M5 12h9a5 5 0 0 1 5 5v1'],
	download: ['M12 4v11', 'M7.5 11l4.5 4.5L16.5 11', 'M5 20h14'],
	template: ['M4 5h16v14H4z', 'M4 10h16', 'M10 10v9'],
	pin: ['M12 21c4-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.5 6 6.5 11z', 'M12 10v.1'],
};

/** A line icon in the colour of the text around it. */
export const icon = (name) =>
	svg(
		'svg',
		{ class: `icon icon-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
		paths[name].map((d) => svg('path', { d })),
	);
