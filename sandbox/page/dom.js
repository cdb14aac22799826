const svgNamespace = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
	for (const [name, value] of Object.entries(attributes ?? {})) {
		if (value !== undefined && value !== false) node.setAttribute(name, value);
	}
	node.append(...children.flat().filter((child) => child !== undefined && child !== null));
	return node;
}

/** An HTML element. Strings among the children become text nodes, never markup. */
export const html = (tag, attributes, ...children) =>
	fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const svg = (tag, attributes, ...children) =>
	fill(document.createElementNS(svgNamespace, tag), attributes, children);
