import { SeenEvents } from '../../webhook/duplicates';
import type { JsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { without } from './payloads';
import { acceptedEvent, deliver, deliverRequest, expectRefusal, NOW, type Credential, type Sent } from './reception';

const LIMIT = 1024 * 1024;

interface Example {
	readonly provider: Provider;
	readonly credential: Readonly<Record<string, string>>;
	/** A delivery that is accepted at `NOW`, with one event. */
	readonly sent: Sent;
	readonly payload: JsonObject;
	/** Authentic deliveries whose payload is no JSON object, by what they hold. */
	readonly unreadable?: Readonly<Record<string, Sent>>;
}

/** What holds for the deliveries of every provider. */
export function describeReception({ provider, credential, sent, payload, unreadable = {} }: Example): void {
	const accept = async (circumstances = {}) => acceptedEvent(await deliver(provider, credential, sent, circumstances));

	describe('the item', () => {
		test('carries the payload as the provider sent it', async () => {
			expect((await accept()).payload).toStrictEqual(payload);
		});

		test('has no payload when the user does not want it, and is otherwise the same', async () => {
			const event = await accept({ includePayload: false });
			expect(event).toStrictEqual(without(await accept(), 'payload'));
			expect(Object.keys(event)).not.toContain('payload');
		});

		test('names the provider and the time of reception', async () => {
			expect(await accept()).toMatchObject({ provider: provider.id, receivedAt: '2026-03-04T05:06:07.089Z' });
		});
	});

	describe('a delivery that comes twice', () => {
		test('is a duplicate once the first was accepted', async () => {
			const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
			const first = await deliver(provider, credential, sent, { seenEvents });
			acceptedEvent(first);
			if (first.ok && first.result === 'accepted') first.settle(true);
			expect(await deliver(provider, credential, sent, { seenEvents })).toEqual({ ok: true, result: 'duplicate' });
		});

		test('is accepted again when the first failed', async () => {
			const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
			const first = await deliver(provider, credential, sent, { seenEvents });
			if (first.ok && first.result === 'accepted') first.settle(false);
			acceptedEvent(await deliver(provider, credential, sent, { seenEvents }));
		});

		test('is accepted twice under the same event id when duplicates are wanted', async () => {
			expect(await accept({ now: NOW + 1000 })).toStrictEqual({
				...(await accept()),
				receivedAt: '2026-03-04T05:06:08.089Z',
			});
		});
	});

	describe('a body that is too large, or none', () => {
		test('is refused one byte above 1 MiB', async () => {
			const large = { ...sent, body: Buffer.alloc(LIMIT + 1, ' ') };
			expectRefusal(await deliver(provider, credential, large), 'body_too_large');
		});

		test('is read up to 1 MiB', async () => {
			const result = await deliver(provider, credential, { ...sent, body: Buffer.alloc(LIMIT, ' ') });
			expect(result).toMatchObject({ ok: false });
			expect(result).not.toMatchObject({ code: 'body_too_large' });
		});

		const headers = sent.headers ?? {};
		const tooLarge = Object.assign(new Error('too large'), { type: 'entity.too.large' });
		test.each([
			['n8n gives up on its size', 'body_too_large', () => Promise.reject(tooLarge)],
			['it cannot be read', 'body_unreadable', () => Promise.reject(new Error('aborted'))],
			['nothing is there after reading', 'body_unreadable', () => Promise.resolve()],
		] as const)('is refused when %s: %s', async (_, code, readRawBody) => {
			expectRefusal(await deliverRequest(provider, credential, { headers, readRawBody }), code);
		});

		test('is refused when it is empty', async () => {
			expect(await deliver(provider, credential, { ...sent, body: '' })).toMatchObject({ ok: false });
		});
	});

	if (Object.keys(unreadable).length > 0) {
		test.each(Object.entries(unreadable))('an authentic payload that is %s is unreadable', async (_, delivery) => {
			expectRefusal(await deliver(provider, credential, delivery), 'payload_unreadable', Object.values(credential));
		});
	}

	describeCredential(provider, credential, sent);
}

/** What a stored credential must be before anything is compared with it. */
function describeCredential(provider: Provider, credential: Readonly<Record<string, string>>, sent: Sent): void {
	const { fields } = provider.credential;
	const refuse = async (stored: Credential | null) =>
		expectRefusal(await deliver(provider, stored, sent), 'credential_invalid', Object.values(stored ?? {}));

	describe('a credential that cannot work', () => {
		test('is one that is missing', () => refuse(null));
		test('is one without fields', () => refuse({}));

		for (const { name, label, required } of fields) {
			const given = credential[name] ?? Object.values(credential)[0] ?? '';
			const wrong = [` ${given}`, `${given} `, `${given}\n`, `\t${given}`, 12345678, true, {}, [given]];
			test.each(wrong)(`is one whose ${label} is %j`, (value) => refuse({ ...credential, [name]: value }));

			const blank = [undefined, null, '', '   ', '\n'];
			if (required) {
				test.each(blank)(`is one whose ${label} is blank: %j`, (value) => refuse({ ...credential, [name]: value }));
			} else {
				test.each(blank)(`is not one whose ${label} is blank: %j`, async (value) => {
					acceptedEvent(await deliver(provider, { ...credential, [name]: value }, sent));
				});
			}
		}

		test('is answered in the same way when the delivery is forged', async () => {
			expectRefusal(await deliver(provider, {}, { body: 'forged' }), 'credential_invalid');
		});
	});
}
