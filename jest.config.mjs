import { availableParallelism } from 'node:os';

/** jose and noble come as ES modules only. */
const shared = {
	transform: { '\\.[cm]?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	transformIgnorePatterns: ['/node_modules/(?!jose/|@noble/)'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/', '<rootDir>/test/host/node_modules/'],
};

/**
 * Where nearly all time is ours: reading one of these from the sandbox of a test is slow otherwise. Date stays out, which
 * fake timers replace, and what modules of n8n declare themselves.
 */
const quick = { ...shared, sandboxInjectedGlobals: ['Array', 'Map', 'Number', 'Object', 'Promise', 'Set', 'Symbol'] };

/** Set by `scripts/test.mjs`. */
const hostModules = `${process.env.KYC_HOST_DIR}/node_modules`;

export default {
	projects: [
		{
			...quick,
			displayName: 'unit',
			testMatch: [
				'<rootDir>/test/{webhook,trigger,api,action,recipe,nodes,credentials,simulator,cases,workflows,examples,docs}/**/*.test.ts',
			],
			testPathIgnorePatterns: ['\\.fuzz\\.test\\.ts$'],
		},
		{
			...quick,
			displayName: 'fuzz',
			testMatch: ['<rootDir>/test/fuzz/**/*.test.ts', '<rootDir>/test/nodes/**/*.fuzz.test.ts'],
		},
		{
			...shared,
			displayName: 'integration',
			testMatch: ['<rootDir>/test/{integration,contributing,release}/**/*.test.ts'],
			modulePaths: [hostModules],
		},
		{
			...shared,
			displayName: 'e2e',
			testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
			globalSetup: '<rootDir>/test/e2e/setup.mjs',
			globalTeardown: '<rootDir>/test/e2e/teardown.mjs',
		},
		{
			...shared,
			displayName: 'browser',
			testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
			globalSetup: '<rootDir>/test/e2e/setup.mjs',
			globalTeardown: '<rootDir>/test/e2e/teardown.mjs',
		},
	],
	// What waits in a test gives up before.
	testTimeout: 300_000,
	// By itself, Jest leaves one core idle, which is half of two; end-to-end tests wait much of their time. A number, since
	// Jest takes '150%' for 150 workers.
	maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
