/**
 * The command that sends an event of a provider, as a block of code.
 * @param {string} provider its id
 * @param {string} status
 */
export function sendCommand(provider, status) {
	const url = 'https://n8n.example.com/webhook-test/your-webhook-id/webhook';
	return ['```sh', `npx n8n-nodes-kyc send ${provider} --status ${status} --url "${url}"`, '```'].join('\n');
}

/**
 * How to send an event to a trigger that listens.
 * @param {string} trigger what the page calls it
 * @param {string} provider its id
 * @param {string} status
 * @returns {string[]} paragraphs
 */
export function fromTerminal(trigger, provider, status) {
	return [
		`Click **Execute step** in the ${trigger}: it listens for a test event. Then send it one from a terminal, with your Test URL in the quotes; the command asks for the secret:`,
		sendCommand(provider, status),
	];
}
