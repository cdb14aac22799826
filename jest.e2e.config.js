/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/e2e'],
	testSequencer: '<rootDir>/test/support/slowFirst.cjs',
	testMatch: ['**/*.test.ts'],
	globalSetup: '<rootDir>/test/e2e/support/setup.ts',
	testTimeout: 180_000,
	maxWorkers: 2,
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', diagnostics: false }] },
};
