export interface Line {
	text: string;
	/** From the lower left, in points of 1/72 inch. */
	x: number;
	y: number;
	size?: number;
	bold?: boolean;
}

/** An A5 page. */
const PAGE = { width: 420, height: 595 };

/**
 * Makes a PDF of one page.
 *
 * @param lines of ASCII text: the fonts that every reader has know little more
 */
export function encodePdf(lines: Line[]): Buffer {
	const content = lines.map(drawLine).join('\n');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R ` +
			'/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
	];
	return Buffer.from(assemble(objects), 'latin1');
}

function drawLine({ text, x, y, size = 11, bold = false }: Line): string {
	const escaped = text.replace(/[\\()]/g, '\\$&');
	return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td (${escaped}) Tj ET`;
}

/** Joins the objects, with the table that says at which byte each one starts. */
function assemble(objects: string[]): string {
	// Bytes above 127 in the second line tell programs that copy files that this one is binary.
	let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const tableAt = file.length;
	const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
	return (
		`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}` +
		`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${tableAt}\n%%EOF\n`
	);
}
