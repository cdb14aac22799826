import { installN8n, installNode } from './install';
import { N8N } from './versions';
(async () => { for (const v of Object.values(N8N)) await installN8n(v, console.log); for (const m of [20,22,24,26] as const) await installNode(console.log, m); console.log('warm done'); })();
