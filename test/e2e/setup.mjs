import { createInstance } from '../host/n8n.mjs';
import { hostAt } from '../host/installSteps.mjs';

/**
 * One n8n for all end-to-end tests, with the package in it as a user gets it, and with the setting that the documentation
 * advises; those that a test starts for itself have n8n's default.
 */
export default async function setup(_, { displayName }) {
	const instance = await createInstance({
		host: hostAt(process.env.KYC_HOST_DIR),
		packageDir: process.env.KYC_PACKAGE_DIR,
		editor: displayName.name === 'browser',
		env: { N8N_WORKFLOW_PUBLICATION_CONCURRENCY: '8', N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	});
	globalThis.kycE2e = instance;
	await instance.start();
	await instance.setupOwner();
	process.env.KYC_E2E_URL = instance.base;
	process.env.KYC_E2E_ACCESS = JSON.stringify(await instance.access());
}
