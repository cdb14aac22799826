/*
 * The node's public names, written a second time by hand: a slip that renames one would break saved workflows, and no test
 * that reads the names off the node could see it. What follows from these names is derived.
 */

export * from './fields';
export * from './operations';
export * from './parameters';
export * from './values';
