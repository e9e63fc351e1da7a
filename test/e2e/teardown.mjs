export default async function teardown() {
	await globalThis.kycE2e.stop();
	await globalThis.kycE2e.remove();
}
