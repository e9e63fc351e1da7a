import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { humanos } from '../../../nodes/Humanos/humanos';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

/** Fixtures that `test/fixtures/humanos/make.py` made. */
function fixture<Shape>(name: string): Shape {
	const file = join(__dirname, '..', '..', 'fixtures', 'humanos', `${name}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Shape;
}

type Texts = Readonly<Record<string, string>>;

export const { credential, timestamp } = fixture<{
	timestamp: string;
	credential: Record<(typeof humanos.credential.fields)[number]['name'], string>;
}>('secrets');

/** One delivery for each row of the table of outcomes, signed at `timestamp`. */
export const outcomes =
	fixture<Readonly<Record<string, { plaintext: string; body: string; signature: string }>>>('outcomes');

/** Encrypted payloads of another shape: by what may come of them, bodies by their plaintext. */
export const shapes = fixture<Readonly<Record<string, Texts>>>('shapes');

/** One event, encrypted in several ways; `plaintext` is what it says. */
export const bodies = fixture<Texts>('bodies');

/** Encrypted texts that are no JSON object, by what they are. */
export const unreadable = fixture<Texts>('unreadable');

/** The encrypted event of most tests. */
export const body = bodies['current secret, current salt'] ?? '';

/** When the deliveries are signed, in milliseconds. */
export const SIGNED_AT = Number(timestamp);

/** What Humanos sends: the signature covers time and body. */
export function send(signed: string, time = timestamp, signatureSecret = credential.signatureSecret): Sent {
	const signature = hmac(signatureSecret, `${time}.${signed}`).toString('hex');
	return { body: signed, headers: { 'x-signature': signature, 'x-timestamp': time } };
}

export async function eventOf(encrypted: string): Promise<KycEvent> {
	return acceptedEvent(await deliver(humanos, credential, send(encrypted), { now: SIGNED_AT }));
}

const key = pbkdf2Sync(
	Buffer.from(credential.encryptionSecret, 'base64'),
	credential.encryptionSalt,
	10_000,
	32,
	'sha256',
);

/** Encrypts and signs without a process of its own, for tests with many deliveries. */
export function sendPayload(payload: JsonObject, time = timestamp): Sent {
	const iv = Buffer.alloc(12, 7);
	const cipher = createCipheriv('aes-256-gcm', key, iv);
	const data = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final()]);
	const [ivText, dataText, tagText] = [iv, data, cipher.getAuthTag()].map((bytes) => bytes.toString('base64'));
	const text = `{"iv":"${ivText}","data":"${dataText}","tag":"${tagText}"}`;
	const signature = createHmac('sha256', credential.signatureSecret).update(`${time}.${text}`).digest('hex');
	return { body: text, headers: { 'x-signature': signature, 'x-timestamp': time } };
}

export async function eventOfPayload(payload: JsonObject, time = timestamp): Promise<KycEvent> {
	return acceptedEvent(await deliver(humanos, credential, sendPayload(payload, time), { now: Number(time) }));
}
