import { samples } from '../../../nodes/Sumsub/samples';
import { sumsub } from '../../../nodes/Sumsub/sumsub';
import { SumsubTrigger } from '../../../nodes/Sumsub/SumsubTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal, NOW } from '../../support/reception';
import { credential, sample, send } from './sender';

describeReception({
	provider: sumsub,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('type=applicantReviewed'),
		'cut off': send('{"type":"applicantReviewed"'),
		'two objects': send('{"type":"applicantReviewed"}{}'),
		'a list': send('[{"type":"applicantReviewed"}]'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"type":"applicantReviewed","levelName":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: sumsub,
	credential,
	header: 'x-payload-digest',
	encoding: 'hex',
	sent: send(sample),
	// Those of SHA-1 and SHA-512.
	wrongLengths: [20, 64],
});

describeRawBody({ provider: sumsub, credential, seal: send });

const listed = [
	'amlCaseOnHold',
	'amlCaseRejected',
	'applicantActionLevelChanged',
	'applicantActionOnHold',
	'applicantActionPending',
	'applicantActionReviewed',
	'applicantActivated',
	'applicantAwaitingService',
	'applicantAwaitingUser',
	'applicantCreated',
	'applicantDeactivated',
	'applicantDeleted',
	'applicantKytOnHold',
	'applicantKytTxnRejected',
	'applicantLevelChanged',
	'applicantOnHold',
	'applicantPending',
	'applicantPersonalDataDeleted',
	'applicantPersonalInfoChanged',
	'applicantPrechecked',
	'applicantReset',
	'applicantReviewed',
	'applicantStepsReset',
	'applicantTagsChanged',
	'applicantWorkflowCompleted',
	'applicantWorkflowFailed',
	'videoIdentCompositionCompleted',
	'videoIdentStatusChanged',
];

describeSelection({
	node: new SumsubTrigger(),
	provider: sumsub,
	credential,
	deliveries: Object.fromEntries(listed.map((type) => [type, [send({ ...sample, type })]])),
	unlisted: [send({}), send({ ...sample, type: 'applicantKytTxnApproved' }), send({ ...sample, type: null })],
});

describe('the secret key', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(sumsub, credential, send(sample, credential.secretKey)));
		acceptedEvent(await deliver(sumsub, credential, send(sample, credential.previousSecretKey)));
		const third = send(sample, 'a third key');
		expectRefusal(await deliver(sumsub, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousSecretKey);
		for (const previousSecretKey of ['', '   ', undefined, null]) {
			expectRefusal(await deliver(sumsub, { ...credential, previousSecretKey }, sent), 'signature_mismatch');
		}
	});

	test('is not what a blank field holds', async () => {
		const stored = { ...credential, previousSecretKey: ' ' };
		for (const forger of [' ', 'undefined', 'null', credential.algorithm]) {
			expectRefusal(await deliver(sumsub, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});

test('a delivery counts however old it is: no time is signed, and retries take 18 hours', async () => {
	for (const now of [NOW + 365 * 24 * 3600 * 1000, 0]) {
		acceptedEvent(await deliver(sumsub, credential, send(sample), { now, tolerance: 300 }));
	}
});

describe('the samples', () => {
	test.each(samples.samples)('$name is $status', async ({ name, status, create }) => {
		const secrets = { ...samples.newSecrets(), algorithm: 'HMAC_SHA512_HEX' };
		const { body, headers } = await samples.seal(create({}), secrets, NOW);
		expect(headers['x-payload-digest']).toBe(hmac(secrets.secretKey, body, 'sha512').toString('hex'));
		const event = acceptedEvent(await deliver(sumsub, secrets, { body, headers }));
		expect(event).toMatchObject({ status, eventType: name });
	});

	test('show every status', () => {
		expect(new Set(samples.samples.map(({ status }) => status)).size).toBe(4);
	});
});
