import manifest from '../../package.json';
import { withCompleteUrls } from '../../scripts/npmReadme';
import { FILES, placeholdersIn } from '../../scripts/placeholders';
import { firstColumn, readme, section, targetsIn, textOf } from './documents';

describe('a release', () => {
	test('fails while there is a placeholder in a file that docs/release.md lists', () => {
		const listed = firstColumn(section(textOf('docs/release.md'), 'Before the first release'));
		expect(listed.slice(1).map((cell) => cell.replaceAll('`', ''))).toEqual(FILES);
		expect(placeholdersIn('a.json', '{\n\t"homepage": "https://example.com/x"\n}')).toEqual([
			'a.json:2: "homepage": "https://example.com/x"',
		]);
		expect(placeholdersIn('a.json', '{ "homepage": "https://github.com/owner/x" }')).toEqual([]);
		expect(manifest.scripts.release).toMatch(/^tsx scripts\/placeholders\.ts && /);
	});

	test('makes complete URLs of all relative ones in the README', () => {
		const repository = 'git+https://github.com/owner/name.git';
		const made = withCompleteUrls(readme, repository, '1.2.3');
		expect(targetsIn(made)).toHaveLength(targetsIn(readme).length);
		expect(targetsIn(made).filter((target) => !/^(https:\/\/|#)/.test(target))).toEqual([]);
		expect(made).toContain('src="https://raw.githubusercontent.com/owner/name/1.2.3/pictures/');
		expect(made).toContain('](https://github.com/owner/name/blob/1.2.3/CONTRIBUTING.md)');
		expect(made).toContain('](#install)');
		expect(() => withCompleteUrls(readme, 'https://example.com/name.git', '1')).toThrow(
			'Not a repository on GitHub',
		);
	});
});
