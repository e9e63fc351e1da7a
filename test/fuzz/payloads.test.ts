import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kycEvent } from '../../webhook/event';
import { isJsonObject, type JsonObject } from '../../webhook/json';
import type { ProviderEvent } from '../../webhook/provider';
import type { Samples } from '../../webhook/samples';
import { allSamples } from '../support/providers';
import { NOW } from '../support/reception';

const SEED = Number(process.env.FUZZ_SEED ?? 20260304);
const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);

/** Values on which a reader might trip. */
const strange = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		'',
		' ',
		[],
		{},
		[[]],
		[{}],
		[null],
		0,
		-1,
		1e300,
		2 ** 53,
		true,
		'null',
		'\ud800',
		'\0',
	),
	fc.constantFrom(
		'9999-12-31T23:59:59-01:00',
		'2024-01-15T18:30:00+99:99',
		'0000-01-01 00:00:00',
		'2024-02-30T00:00:00Z',
	),
	fc.constantFrom(
		'approved',
		'APPROVED',
		'Verified',
		'identity_process',
		'verification.completed',
		'process..completed',
	),
	fc.constantFrom(
		JSON.parse('{"__proto__":{"status":"approved"}}') as unknown,
		{ constructor: { name: 'x' } },
		{ length: 3 },
	),
	fc.constant('x'.repeat(10_000)),
	fc.string(),
	fc.double(),
);
const key = fc.oneof(
	fc.string(),
	fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'id', 'status', 'data'),
);
const value = fc.oneof(strange, fc.anything({ key, maxDepth: 3, maxKeys: 4, values: [strange] }));

/** What replaces, or is added to, what stands at a path into a payload. */
const change = fc.record({ path: fc.array(fc.nat(20), { maxLength: 6 }), key, value, isAdded: fc.boolean() });
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(payload: unknown, { path, ...rest }: Change): unknown {
	const [step, ...further] = path;
	if (typeof payload !== 'object' || payload === null || step === undefined) return rest.value;
	const entries = Object.entries(payload);
	const [name] = entries[step % Math.max(entries.length, 1)] ?? [];
	const at = rest.isAdded || name === undefined ? rest.key : name;
	const next = changed(Object.getOwnPropertyDescriptor(payload, at)?.value, { ...rest, path: further });
	const copy: object = Array.isArray(payload) ? [...(payload as unknown[])] : { ...payload };
	return Object.defineProperty(copy, at, { value: next, enumerable: true, configurable: true, writable: true });
}

/** As it comes out of the parser. */
function asJsonObject(something: unknown): JsonObject {
	const parsed: unknown = JSON.parse(JSON.stringify(something) ?? 'null');
	return isJsonObject(parsed) ? parsed : {};
}

/** The payloads that the provider's own deliveries vouch for. */
async function authenticPayloads({ provider, newSecrets, samples, seal }: Samples): Promise<JsonObject[]> {
	const secrets = newSecrets();
	return await Promise.all(
		samples.map(async ({ create }) => {
			const { headers, body } = await seal(create({}), secrets, NOW);
			const lowerCase = Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]);
			const delivery = { rawBody: Buffer.from(body), headers: Object.fromEntries(lowerCase) };
			const authenticated = await provider.authenticate(delivery, secrets, { now: NOW, tolerance: 0 });
			if (!authenticated.ok) throw new Error(authenticated.hint);
			return asJsonObject(JSON.parse(Buffer.from(authenticated.payload).toString('utf8')));
		}),
	);
}

function expectItem(provider: string, { selector, sequence, ...event }: ProviderEvent): void {
	const item = { provider, ...event, receivedAt: new Date(NOW).toISOString() };
	kycEvent.parse(item);
	assert(typeof selector === 'string');
	assert(['string', 'undefined'].includes(typeof (sequence ?? undefined)));
	assert(event.eventId !== '');
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	const { provider } = samples;
	const context = { parameters: {}, signedId: null, fingerprint: () => 'fingerprint' };

	it(`reads ${RUNS} arbitrary authentic payloads as events of the contract (FUZZ_SEED=${SEED})`, async () => {
		const payloads = await authenticPayloads(samples);
		const payload = fc.oneof(
			fc.object({ key, maxDepth: 3, maxKeys: 4, values: [strange] }).map(asJsonObject),
			fc
				.tuple(fc.constantFrom(...payloads), fc.array(change, { minLength: 1, maxLength: 3 }))
				.map(([authentic, changes]) => asJsonObject(changes.reduce<unknown>(changed, authentic))),
		);
		fc.assert(
			fc.property(payload, (authentic) => {
				const events = provider.read(authentic, context);
				// Who sends an empty list of events tells none.
				if (!Object.values(authentic).some((each) => Array.isArray(each) && each.length === 0)) {
					assert(events.length > 0);
				}
				for (const event of events) expectItem(provider.id, event);
				assert.equal(JSON.stringify(provider.read(authentic, context)), JSON.stringify(events));
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});
