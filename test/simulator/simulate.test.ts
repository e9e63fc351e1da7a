import { everything } from '../../nodes/KycSimulator/everything';
import { detailsOf } from '../../simulator/details';
import { faultsOf } from '../../simulator/faults';
import { isTestDelivery, keyOf, simulate, type Wish } from '../../simulator/simulate';
import { samples as humanos } from '../../nodes/Humanos/samples';
import { samples as passbase } from '../../nodes/Passbase/samples';
import { samples as sumsub } from '../../nodes/Sumsub/samples';
import { samples as truora } from '../../nodes/Truora/samples';
import type { Secrets } from '../../webhook/provider';
import type { Samples } from '../../webhook/samples';
import { acceptedEvents, deliver, expectRefusal, NOW } from '../support/reception';

const approval: Wish = { status: 'approved', details: {} };

async function delivered(samples: Samples, wish: Wish, secrets = samples.newSecrets()) {
	const simulated = await simulate(samples, wish, secrets, NOW);
	if (!simulated.ok) throw new Error(simulated.problem);
	const circumstances = { tolerance: toleranceOf(samples) };
	return { ...simulated, result: await deliver(samples.provider, secrets, simulated.sealed, circumstances) };
}

function toleranceOf({ provider }: Samples): number {
	return provider.tolerance === undefined ? 0 : 300;
}

/** Not what a credential holds besides, such as an algorithm. */
function secretsIn({ provider }: Samples, secrets: Secrets): string[] {
	return provider.credential.fields.flatMap(({ name, isChoice }) => (isChoice ? [] : secrets[name] || []));
}

describe.each(everything.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	test.each(samples.samples.map((sample) => [keyOf(sample), sample] as const))(
		'%s is made, and accepted as expected',
		async (__, sample) => {
			const { name: event, status } = sample;
			const secrets = samples.newSecrets();
			const { result, expected, sealed } = await delivered(samples, { event, status, details: {} }, secrets);
			const tolerance = toleranceOf(samples);
			const events = acceptedEvents(result);
			expect(events.map((each) => each.status)).toEqual([status]);
			const isTest = events.some(({ environment }) => environment === 'test');
			const onTestUrl = acceptedEvents(
				await deliver(samples.provider, secrets, sealed, { tolerance, testsAreLive: true }),
			);
			expect(expected).toEqual({
				result: 'accepted',
				statuses: [status],
				...(isTest && { statusesOnTestUrl: onTestUrl.map((each) => each.status) }),
			});
			expect(isTestDelivery(samples, sample)).toBe(isTest);
		},
	);

	test.each(faultsOf(samples).map(({ name, code, condition }) => [name, code, condition] as const))(
		'with the fault %s every sample is refused as %s',
		async (fault, code, condition) => {
			expect(condition !== undefined).toBe(fault === 'staleTimestamp' && samples.provider.tolerance === 0);
			for (const { name: event, status } of samples.samples) {
				const secrets = samples.newSecrets();
				const { result, expected, sealed } = await delivered(samples, { event, status, details: {}, fault }, secrets);
				expect(expected).toEqual({ result: 'refused', status: 401, code, ...(condition && { condition }) });
				expectRefusal(result, code, secretsIn(samples, secrets));
				// n8n itself answers what is no JSON, and the trigger never sees it.
				if (sealed.contentType.startsWith('application/json')) JSON.parse(sealed.body);
			}
		},
	);

	test('no secret stands in what is sent, unless it is sent instead of a signature', async () => {
		const { isBodySigned = true } = samples;
		const secrets = samples.newSecrets();
		const [{ name: event = '', status = '' } = {}] = samples.samples;
		const { sealed } = await delivered(samples, { event, status, details: {} }, secrets);
		for (const secret of secretsIn(samples, secrets)) {
			const sent = JSON.stringify({ ...sealed, headers: isBodySigned ? sealed.headers : {} });
			expect(sent).not.toContain(secret);
		}
	});
});

describe('the faults', () => {
	const namesOf = (samples: Samples) => faultsOf(samples).map(({ name }) => name);

	test('are those that the scheme can have', () => {
		expect(namesOf(humanos)).toEqual(['wrongSecret', 'tamperedBody', 'staleTimestamp', 'missingSignature']);
		expect(namesOf(passbase)).toEqual(['wrongSecret', 'tamperedBody']);
		expect(namesOf(sumsub)).toEqual(['wrongSecret', 'tamperedBody', 'missingSignature']);
		expect(namesOf(truora)).toEqual(['wrongSecret', 'tamperedBody', 'staleTimestamp', 'algNone']);
	});

	test('leave what is not a secret as it is in the credential', async () => {
		const secrets = { ...sumsub.newSecrets(), algorithm: 'HMAC_SHA512_HEX' };
		const { result } = await delivered(sumsub, { ...approval, fault: 'wrongSecret' }, secrets);
		expectRefusal(result, 'signature_mismatch');
	});

	test('happen to several events in one delivery too', async () => {
		for (const { name, code } of faultsOf(truora)) {
			const wish = { ...approval, furtherEvents: ['identity_process:rejected'], fault: name };
			expectRefusal((await delivered(truora, wish)).result, code);
		}
	});
});

test('several events come in one delivery, each as it was asked for', async () => {
	const wish = { ...approval, furtherEvents: ['identity_process:pending', 'identity_process:approved'] };
	const { result, expected } = await delivered(truora, wish);
	expect(acceptedEvents(result).map(({ status }) => status)).toEqual(['approved', 'pending', 'approved']);
	expect(expected).toEqual({ result: 'accepted', statuses: ['approved', 'pending', 'approved'] });
});

describe('what cannot be made is told in a sentence', () => {
	const credential = truora.newSecrets();
	test.each<[string, Samples, Wish, Readonly<Record<string, unknown>>, string]>([
		['no such status', truora, { ...approval, status: 'maybe' }, credential, 'it has identity_process:approved'],
		[
			'no such event',
			truora,
			{ ...approval, event: 'step' },
			credential,
			'Truora has no event with that name and status',
		],
		[
			'no such further event',
			truora,
			{ ...approval, furtherEvents: ['x:y'] },
			credential,
			'no event with that name and status',
		],
		['no such fault', truora, { ...approval, fault: 'missingSignature' }, credential, 'it has wrongSecret'],
		[
			'one event only',
			passbase,
			{ ...approval, furtherEvents: [keyOf(passbase.samples[0]!)] },
			{},
			'carries one event',
		],
		['an empty secret', truora, approval, { signingKey: '' }, 'Signing Key is empty'],
		['a malformed secret', passbase, approval, { encryptionSecret: 'short' }, 'must be 32 bytes long'],
	])('%s', async (_, samples, wish, stored, problem) => {
		const simulated = await simulate(samples, wish, stored, NOW);
		expect(simulated).toEqual({ ok: false, problem: expect.stringContaining(problem) });
		expect(simulated).toEqual({ ok: false, problem: expect.stringMatching(/^[A-Z].*\.$/) });
	});
});

test('details that were left empty are not asked for', () => {
	expect(detailsOf({ externalId: '', email: '' })).toEqual({ subject: {} });
	expect(detailsOf({})).toEqual({ subject: {} });
	expect(detailsOf({ externalId: '7', name: 'Jane', phone: '' })).toEqual({
		externalId: '7',
		subject: { name: 'Jane' },
	});
});
