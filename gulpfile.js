const { dest, src } = require('gulp');

/** Copies what the compiler does not carry: icons and the codex file, as bytes and without folders that have none. */
function assets() {
	return src('nodes/**/*.{svg,node.json}', { encoding: false }).pipe(dest('dist/nodes'));
}

exports.assets = assets;
