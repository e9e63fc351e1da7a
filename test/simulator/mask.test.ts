import { samples as footprint } from '../../nodes/Footprint/samples';
import { samples as stripeIdentity } from '../../nodes/StripeIdentity/samples';
import { samples as truora } from '../../nodes/Truora/samples';
import { addressOf } from '../../simulator/address';
import { faultsOf, seal } from '../../simulator/faults';
import { masked, masking } from '../../simulator/mask';
import type { Samples } from '../../webhook/samples';
import { allSamples } from '../support/providers';
import { acceptedEvents, deliver, NOW } from '../support/reception';

const nowhere = addressOf('https://n8n.example.com/x')!;

function sealedBy(samples: Samples, secrets = samples.newSecrets()) {
	return seal(samples, [samples.samples[0]!.create({})], secrets, NOW);
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	test('what is shown of a delivery cannot be sent again, with whichever fault it was made', async () => {
		const secrets = samples.newSecrets();
		for (const payload of samples.samples.map(({ create }) => create({}))) {
			const sealed = await seal(samples, [payload], secrets, NOW);
			acceptedEvents(await deliver(samples.provider, secrets, sealed));
			const shown = masked(samples, sealed);
			expect(await deliver(samples.provider, secrets, shown)).toMatchObject({ ok: false });
			for (const fault of faultsOf(samples)) {
				const faulty = masked(samples, await fault.seal([payload], secrets, NOW));
				for (const now of [NOW, NOW - 30 * 86_400_000]) {
					for (const changed of [faulty, { ...shown, body: faulty.body }, { ...faulty, body: shown.body }]) {
						expect(await deliver(samples.provider, secrets, changed, { now })).toMatchObject({ ok: false });
					}
				}
			}
		}
	});

	test('of each header the name is shown, and of its value no more than four characters', async () => {
		const sealed = await sealedBy(samples);
		const { headers, contentType, body } = masked(samples, sealed);
		expect(Object.keys(headers)).toEqual(Object.keys(sealed.headers));
		for (const [name, value] of Object.entries(headers)) {
			expect(value).toMatch(/^.{0,4}…$/);
			expect(sealed.headers[name]?.startsWith(value.slice(0, -1))).toBe(true);
		}
		expect(contentType).toBe(sealed.contentType);
		expect(body).toBe(samples.bodyOnly ? `${sealed.body.slice(0, 4)}…` : sealed.body);
	});

	test('what a server repeats of it cannot be sent either', async () => {
		const secrets = samples.newSecrets();
		const sealed = await sealedBy(samples, secrets);
		const mask = masking(samples, sealed, nowhere);
		for (const changed of [(text: string) => text, (text: string) => text.toUpperCase()]) {
			const repeated = {
				headers: Object.fromEntries(
					Object.entries(sealed.headers).map(([name, value]) => [name, mask(changed(value))]),
				),
				body: samples.bodyOnly ? mask(sealed.body) : sealed.body,
			};
			expect(await deliver(samples.provider, secrets, repeated)).toMatchObject({ ok: false });
		}
	});
});

test('each proof in a text is masked, and the rest of it is as it was', async () => {
	const signed = await sealedBy(footprint);
	const { 'svix-signature': signature = '', 'svix-id': id = '' } = signed.headers;
	const digest = signature.slice('v1,'.length).replace(/=+$/, '');
	const told = masking(footprint, signed, nowhere)(`<p>v1,${digest}= and ${id} and again ${digest}</p>`);
	expect(told).toBe(`<p>v1,${digest.slice(0, 4)}…= and msg_… and again ${digest.slice(0, 4)}…</p>`);

	const stripe = await sealedBy(stripeIdentity);
	const parts = String(stripe.headers['Stripe-Signature']).split(',');
	for (const part of parts) expect(masking(stripeIdentity, stripe, nowhere)(part)).toMatch(/^(t|v1)=.{4}…$/);

	const token = await sealedBy(truora);
	expect(masking(truora, token, nowhere)(`{"data":"${token.body}"}`)).toMatch(/^\{"data":"(.{4}….?){3}"\}$/);
});

test('the password of an address is masked in what a server repeats', async () => {
	const address = addressOf('https://jane:s3cret@n8n.example.com/x')!;
	const mask = masking(truora, await sealedBy(truora), address);
	expect(mask(`Authorization: ${address.headers.authorization}`)).toBe('Authorization: Basic amFu…=');
});
