/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	globalSetup: '<rootDir>/test/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
	// A test waits for what happens, not for a time: this is only for a machine that is very busy.
	testTimeout: 60_000,
	testSequencer: '<rootDir>/test/support/slowFirst.cjs',
	testMatch: ['**/*.test.ts'],
	// On two processors Jest would take one process for all; n8n, loaded anew for each file, fills it. One that has grown
	// large takes longer to end than Jest waits, which then says that something holds it.
	maxWorkers: 2,
	workerIdleMemoryLimit: '512MB',
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', diagnostics: false }] },
};
