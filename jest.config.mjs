/** jose and noble come as ES modules only. */
const shared = {
	transform: { '\\.[cm]?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	transformIgnorePatterns: ['/node_modules/(?!jose/|@noble/)'],
	// Reading one of them from the sandbox of a test is slow otherwise. Date stays out: fake timers replace it.
	sandboxInjectedGlobals: ['Array', 'Buffer', 'Map', 'Number', 'Object', 'Promise', 'Set', 'Symbol'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/', '<rootDir>/test/host/node_modules/'],
};

/** Set by `scripts/test.mjs`. */
const hostModules = `${process.env.KYC_HOST_DIR}/node_modules`;

export default {
	projects: [
		{
			...shared,
			displayName: 'unit',
			testMatch: [
				'<rootDir>/test/{webhook,trigger,api,action,recipe,nodes,credentials,simulator,cases,workflows,examples,docs}/**/*.test.ts',
			],
			testPathIgnorePatterns: ['\\.fuzz\\.test\\.ts$'],
		},
		{
			...shared,
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
	testTimeout: 60_000,
	// Jest leaves one core idle, which is half of two; the end-to-end tests mostly wait.
	maxWorkers: '100%',
};
