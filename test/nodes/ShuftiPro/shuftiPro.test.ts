import { shuftiPro } from '../../../nodes/ShuftiPro/shuftiPro';
import { ShuftiProTrigger } from '../../../nodes/ShuftiPro/ShuftiProTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, sample, send } from './sender';

describeReception({
	provider: shuftiPro,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('event=verification.accepted'),
		'cut off': send('{"event":"verification.accepted"'),
		'two objects': send('{"event":"verification.accepted"}{}'),
		'a list': send('[{"event":"verification.accepted"}]'),
		'a text': send('"verification.accepted"'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"event":"verification.accepted","name":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({ provider: shuftiPro, credential, header: 'Signature', encoding: 'hex', sent: send(sample) });

describeRawBody({ provider: shuftiPro, credential, seal: send });

const names = [
	'request.data.changed',
	'request.deleted',
	'request.invalid',
	'request.pending',
	'request.received',
	'request.timeout',
	'request.unauthorized',
	'review.pending',
	'verification.accepted',
	'verification.cancelled',
	'verification.declined',
	'verification.status.changed',
];

describeSelection({
	node: new ShuftiProTrigger(),
	provider: shuftiPro,
	credential,
	deliveries: Object.fromEntries(names.map((event) => [event, [send({ ...sample, event })]])),
	unlisted: [send({}), send({ ...sample, event: 'verification.approved' }), send({ ...sample, event: 'toString' })],
});

describe('the secret key', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(shuftiPro, credential, send(sample, credential.secretKey)));
		acceptedEvent(await deliver(shuftiPro, credential, send(sample, credential.previousSecretKey)));
		const third = send(sample, 'a third key');
		expectRefusal(await deliver(shuftiPro, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousSecretKey);
		for (const previousSecretKey of ['', '   ', undefined, null]) {
			expectRefusal(await deliver(shuftiPro, { ...credential, previousSecretKey }, sent), 'signature_mismatch');
		}
	});

	test('is not the empty text, nor what a blank field holds', async () => {
		const stored = { secretKey: credential.secretKey, previousSecretKey: ' ' };
		for (const forger of ['', ' ', 'undefined', 'null']) {
			expectRefusal(await deliver(shuftiPro, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});
