import { TrustSwiftlyTrigger } from '../../../nodes/TrustSwiftly/TrustSwiftlyTrigger.node';
import { trustSwiftly } from '../../../nodes/TrustSwiftly/trustSwiftly';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, flat, sample, send } from './sender';

describeReception({
	provider: trustSwiftly,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('type=verification.completed'),
		'cut off': send('{"type":"verification.completed"'),
		'a list': send('[{"type":"verification.completed"}]'),
		'a text': send('"verification.completed"'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"type":"verification.completed","name":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: trustSwiftly,
	credential,
	header: 'Signature',
	encoding: 'hex',
	sent: send(sample),
});

describeRawBody({ provider: trustSwiftly, credential, seal: send });

const both = (word: string) => [send({ ...sample, type: word }), send({ ...flat, event: word })];

describeSelection({
	node: new TrustSwiftlyTrigger(),
	provider: trustSwiftly,
	credential,
	deliveries: {
		'user.status.changed': both('user.status.changed'),
		'verification.completed': both('verification.completed'),
		'verification.in-process': both('verification.in-process'),
		'verification.pending': both('verification.pending'),
		'verification.rejected': both('verification.rejected'),
	},
	unlisted: [...both('verification.expired'), ...both('toString'), send({})],
});

describe('the signing secret', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(trustSwiftly, credential, send(sample, credential.signingSecret)));
		acceptedEvent(await deliver(trustSwiftly, credential, send(sample, credential.previousSigningSecret)));
		const third = send(sample, 'a third secret');
		expectRefusal(await deliver(trustSwiftly, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousSigningSecret);
		for (const previousSigningSecret of ['', '  ', undefined, null]) {
			const stored = { ...credential, previousSigningSecret };
			expectRefusal(await deliver(trustSwiftly, stored, sent), 'signature_mismatch');
		}
	});

	test('is not what a blank field holds', async () => {
		const stored = { signingSecret: credential.signingSecret, previousSigningSecret: ' ' };
		for (const forger of [' ', 'undefined', 'null']) {
			expectRefusal(await deliver(trustSwiftly, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});

test('the signature of the parsed and rewritten body does not fit', async () => {
	const rewritten = send(JSON.stringify(sample));
	const { body } = send(sample);
	expect(JSON.parse(String(body))).toStrictEqual(sample);
	expectRefusal(await deliver(trustSwiftly, credential, { ...rewritten, body }), 'signature_mismatch');
});

test('the signature under the X-Signature header is none', async () => {
	const { body, headers } = send(sample);
	const elsewhere = { body, headers: { 'X-Signature': headers?.Signature } };
	expectRefusal(await deliver(trustSwiftly, credential, elsewhere), 'signature_missing');
});
