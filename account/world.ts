import type { Engine } from '../harness/engine';
import type { Paint } from './report/table';
import type { Terminal } from './terminal';

/** All that the command has to do with outside. */
export interface World {
	args: readonly string[];
	env: Readonly<Record<string, string | undefined>>;
	terminal: Terminal;
	paint: Paint;
	/** Aborted by Ctrl-C. */
	signal: AbortSignal;
	/** Of this package. */
	version: string;
	startEngine(): Promise<Engine>;
}
