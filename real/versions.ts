/** What the package is tried out in: the newest n8n of each supported major, and the Node that runs both. */
export const N8N = { current: '2.41.1', previous: '1.123.81' } as const;

/** n8n 2 needs Node 24. It comes as an npm package, so that a machine needs no other Node than its own. */
export const NODE = '24.21.0';
