import { basename } from 'node:path';
import { jsonBlock, table } from './markdown.mjs';
import { approvalIn, decides, pageOf, replayProtection } from './providerPage.mjs';

/** @typedef {import('./documented.mjs').Documented} Documented */

/**
 * The providers, and which of them tell an e-mail address, for the README.
 * @param {readonly Documented[]} documented
 * @returns {string} Markdown, with links relative to the root
 */
export function renderProviderNames(documented) {
	const link = (/** @type {Documented} */ one) => `[${one.provider.displayName}](${pageOf(one)})`;
	const telling = documented.filter(({ items }) => items.some(tellsEmail)).map(({ provider }) => provider.displayName);
	return [
		documented.map(link).join(' · '),
		`With an approval, these tell the person's e-mail address if they have it: ${telling.join(', ')}. The others do not.`,
	].join('\n\n');
}

/**
 * The providers beside each other, for the list in their folder.
 * @param {readonly Documented[]} documented
 * @returns {string} Markdown, with links relative to that folder
 */
export function renderProviderTable(documented) {
	return table(
		[
			'Provider',
			'What proves a delivery',
			'Against replays',
			'E-mail address',
			'Starts and looks up',
			'Evidence',
			'Read on',
		],
		documented.map((one) => [
			`[${one.provider.displayName}](${basename(pageOf(one))})`,
			one.facts.authenticity,
			replayProtection(one.provider.tolerance),
			one.items.some(tellsEmail) ? 'yes' : 'no',
			one.action ? 'yes' : 'no',
			one.facts.evidence.join(', '),
			one.facts.readOn,
		]),
	);
}

/** Whether a decision tells the person's address. */
function tellsEmail(one) {
	return decides(one) && one.full.subject.email !== null;
}

/**
 * An item, for the README.
 * @param {readonly Documented[]} documented
 * @param {string} id the provider whose first approval is shown
 */
export function renderItem(documented, id) {
	const { items } = documented.find(({ provider }) => provider.id === id);
	const { item } = approvalIn(items);
	return jsonBlock({ ...item, payload: { '…': 'what the provider sent' } });
}
