/** What the package is tried out in: the newest n8n of each supported major, and the Node that runs both. */
export const N8N = { current: '2.41.1', previous: '1.123.81' } as const;

/** The newest Node of each major that an n8n of ours runs on. They come as npm packages: a machine needs no other than its own. */
export const NODES = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' } as const;

export type NodeMajor = keyof typeof NODES;

/** The Node that runs both n8n: n8n 2 needs 24 at least, n8n 1 at most. */
export const NODE: NodeMajor = 24;
