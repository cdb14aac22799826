/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { stripVTControlCharacters } from 'node:util';

/** What n8n writes of itself at each start, whatever is installed; each pattern is a whole line. */
const OWN_LINES = [
	// Both majors.
	/Initializing n8n process/,
	/n8n ready on 127\.0\.0\.1, port \d+/,
	/n8n Task Broker ready on 127\.0\.0\.1, port \d+/,
	/Version: [\d.]+/,
	/Editor is now accessible via:/,
	/http:\/\/localhost:\d+/,
	/Owner was set up successfully/,
	/There are deprecations related to your (n8n setup|environment variables)\. Please take the recommended actions to update your configuration:/,
	/- (N8N|DB)_\w+ -> .*/,
	/\[license SDK\] Skipping renewal on init: license cert is not initialized/,
	/Permissions 0644 for n8n settings file .* are too wide\. .*/,
	/(Received SIGTERM\. )?Shutting down\.\.\./,
	/Received SIGTERM\. .*/,
	/Stopping n8n\.\.\./,
	// n8n 1, when somebody looks at an execution in the moment when n8n writes it, as these tests do.
	/(Error: )?Found successful execution where data is empty stringified array/,
	/at .*node_modules\/(n8n|n8n-core|@n8n\/db)\/src\/.*/,
	// n8n 2.
	// A failure of this node, also of a try that another followed, or of an execution that was cancelled.
	/.+ \[item \d+(, file \d+ of \d+)?\]/,
	// While it opens the webhooks of a workflow that it has published, which is what these tests wait for.
	/(404|Received request for unknown webhook:) (The requested webhook ".*" is not registered\.|This webhook is not registered for POST requests\. .*)/,
	/Failed to start Python task runner in internal mode\. because .*/,
	/Registered runner "JS Task Runner" \([\w-]+\)/,
	/\[runner:js\] Received SIGTERM signal, shutting down\.\.\./,
	/\[runner:js\] Task runner stopped/,
	/Instance registered/,
	/Discovered \d+ cluster checks/,
	/Recorded version change: \(none\) -> [\d.]+/,
	/Sandbox: enabled=false provider=n8n-sandbox \(from env\)/,
	/Building workflow dependency index\.\.\./,
	/Finished building workflow dependency index\. Processed \d+ draft workflows, \d+ published workflows\./,
];

const OWN_LINE = new RegExp(`^\\s*(${OWN_LINES.map(({ source }) => source).join('|')})\\s*$`);

/**
 * @param told what failed executions have said, which n8n 2 writes into its log as well
 * @returns the lines of a log that are not n8n's own
 */
export function foreignLines(log: string, told: ReadonlySet<string> = new Set()): string[] {
	const lines = stripVTControlCharacters(log)
		.split('\n')
		.map((line) => line.trim());
	return lines.filter((line) => line !== '' && !OWN_LINE.test(line) && !told.has(line));
}
