import { idenfy } from '../../../nodes/Idenfy/idenfy';
import { IdenfyTrigger } from '../../../nodes/Idenfy/IdenfyTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, documentExpiration, others, sample, send, withResult } from './sender';
import vector from './vector.json';

test('a delivery that was signed beforehand is accepted', async () => {
	const headers = { 'Idenfy-Signature': vector['Idenfy-Signature'] };
	const stored = { signingKey: vector.signingKey };
	const event = acceptedEvent(await deliver(idenfy, stored, { body: vector.body, headers }));
	expect(event).toMatchObject({ status: 'approved', subject: { name: 'Jürgen Müller' } });
});

describeReception({
	provider: idenfy,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('overall=APPROVED'),
		'cut off': send('{"status":{"overall":"APPROVED"}'),
		'two objects': send('{"status":{"overall":"APPROVED"}}{}'),
		'a list': send('[{"status":{"overall":"APPROVED"}}]'),
		'a text': send('"APPROVED"'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"status":{"overall":"APPROVED"},"name":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: idenfy,
	credential,
	header: 'Idenfy-Signature',
	encoding: 'hex',
	sent: send(sample),
});

describeRawBody({ provider: idenfy, credential, seal: send });

describeSelection({
	node: new IdenfyTrigger(),
	provider: idenfy,
	credential,
	deliveries: {
		...Object.fromEntries(Object.entries(others).map(([type, payload]) => [type, [send(payload)]])),
		document_expiration: [send(documentExpiration)],
		identification: [
			send(sample),
			send(withResult('DENIED', false)),
			send(withResult('EXPIRED')),
			send(withResult('SOMETHING_NEW')),
		],
	},
	unlisted: [send({}), send({ scanRef: '1', status: 'Success' }), send({ ...sample, status: null }), send({ id: '1' })],
});

describe('the signing key', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(idenfy, credential, send(sample, credential.signingKey)));
		acceptedEvent(await deliver(idenfy, credential, send(sample, credential.previousSigningKey)));
		const third = send(sample, 'a third key');
		expectRefusal(await deliver(idenfy, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousSigningKey);
		for (const previousSigningKey of ['', '   ', undefined, null]) {
			expectRefusal(await deliver(idenfy, { ...credential, previousSigningKey }, sent), 'signature_mismatch');
		}
	});

	test('is not the empty text, nor what a blank field holds', async () => {
		const stored = { signingKey: credential.signingKey, previousSigningKey: ' ' };
		// HMAC fills a key up with zeros: one zero is the empty key.
		for (const forger of ['\0', ' ', 'undefined', 'null']) {
			expectRefusal(await deliver(idenfy, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});

test('the header that names the event is not signed, and changes nothing', async () => {
	const { body, headers } = send(withResult('DENIED'));
	const named = { body, headers: { ...headers, 'Idenfy-Event-Type': 'IDENTIFICATION_EXPIRED' } };
	expect(acceptedEvent(await deliver(idenfy, credential, named))).toMatchObject({
		status: 'rejected',
		eventType: 'identification',
	});
});

test('the signature of another delivery does not fit', async () => {
	const forged = { ...send(sample), body: send(withResult('DENIED')).body };
	expectRefusal(await deliver(idenfy, credential, forged), 'signature_mismatch');
});
