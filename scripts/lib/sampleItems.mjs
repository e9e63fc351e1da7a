import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { mock } from 'node:test';

/** When the samples are sent and received. */
const NOW = Date.parse('2026-11-28T10:00:00.000Z');

/** Someone of whom everything is known that can be known. */
const wished = {
	externalId: 'customer-7',
	subject: { id: 'person-7', email: 'jane@example.com', phone: '+4930123456', name: 'Jane Müller' },
};

/**
 * @typedef {object} SampleItem
 * @property {string} name the provider's name for the event
 * @property {string} selector the value of the parameter Events that selects it
 * @property {import('../../webhook/event').KycEvent} item without its payload, of someone of whom little is known
 * @property {import('../../webhook/event').KycEvent} full the same of someone of whom everything is known
 */

/**
 * What becomes of each sample of a provider: sealed, authenticated and read as in n8n. The same each time.
 * @param {import('../../webhook/samples').Samples} samples
 * @param {import('../../webhook/item').itemOf} itemOf
 * @returns {Promise<SampleItem[]>}
 * @throws when a sample is refused
 */
export async function sampleItems(samples, itemOf) {
	const restore = freeze();
	try {
		const found = [];
		for (const { name, create } of samples.samples) {
			const [event, full] = [await receive(samples, create({})), await receive(samples, create(wished))];
			const asItem = (/** @type {import('../../webhook/provider').ProviderEvent} */ one) =>
				itemOf(one, samples.provider.id, new Date(NOW).toISOString(), false);
			found.push({ name, selector: event.selector, item: asItem(event), full: asItem(full) });
		}
		return found;
	} finally {
		restore();
	}
}

/**
 * @param {import('../../webhook/samples').Samples} samples
 * @param {import('../../webhook/json').JsonObject} payload
 */
async function receive({ provider, newSecrets, seal }, payload) {
	const secrets = newSecrets();
	const { headers, body } = await seal(payload, secrets, NOW);
	const lowerCased = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	const delivery = { rawBody: Buffer.from(body), headers: Object.fromEntries(lowerCased) };
	const authenticated = await provider.authenticate(delivery, secrets, {
		now: NOW,
		tolerance: provider.tolerance ?? 0,
	});
	if (!authenticated.ok) throw new Error(`A sample of ${provider.displayName} is refused: ${authenticated.code}.`);
	const text = Buffer.from(authenticated.payload).toString();
	const fingerprint = () => crypto.createHash('sha256').update(text).digest('hex');
	const context = { parameters: {}, signedId: authenticated.signedId ?? null, fingerprint };
	const [event] = provider.read(JSON.parse(text), context);
	return event;
}

/** Lets time stand still, and makes random numbers the same each time. @returns {() => void} what undoes it */
function freeze() {
	let drawn = 0;
	const bytes = (/** @type {number} */ length) => {
		drawn += 1;
		return crypto.createHash('shake256', { outputLength: length }).update(`sample ${drawn}`).digest();
	};
	const uuid = () =>
		bytes(16)
			.toString('hex')
			.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
	mock.method(crypto, 'randomBytes', bytes);
	mock.method(crypto, 'randomUUID', uuid);
	syncBuiltinESMExports();
	const RealDate = Date;
	globalThis.Date = class extends RealDate {
		constructor(/** @type {any[]} */ ...given) {
			super(...(given.length > 0 ? given : [NOW]));
		}
		static now = () => NOW;
	};
	return () => {
		globalThis.Date = RealDate;
		mock.restoreAll();
		syncBuiltinESMExports();
	};
}
