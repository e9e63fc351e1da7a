import { passbase } from '../../../nodes/Passbase/passbase';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, sample, send } from './sender';

const event = { ...sample, event: 'VERIFICATION_REVIEWED', status: 'approved' };
const json = JSON.stringify(event);
const members = Object.entries(event).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
const receive = (plaintext: string | Uint8Array) => deliver(passbase, credential, send(plaintext));

describe('an event in the documented form', () => {
	test.each([
		['with a space behind every colon and comma', json.replace(/[:,]/g, '$& ')],
		['with white space wherever JSON allows it', ` \t\n\r{${json.slice(1, -1).replace(/[:,]/g, '\r\n$&\t ')} }\n`],
		['as JSON over several lines', JSON.stringify(event, null, 4)],
		['with the members behind the first in reverse', `{${[members[0], ...members.slice(1).reverse()].join(',')}}`],
		['with a key in upper case', json.replace(event.key, event.key.toUpperCase())],
	])('is accepted %s', async (_, plaintext) => {
		expect(acceptedEvent(await receive(plaintext))).toMatchObject({
			status: 'approved',
			payload: JSON.parse(plaintext),
		});
	});

	test('is refused with another member first: the IV would rewrite its value', async () => {
		for (let first = 1; first < members.length; first++) {
			const turned = [...members.slice(first), ...members.slice(0, first)];
			expectRefusal(await receive(`{${turned.join(',')}}`), 'decryption_failed');
		}
	});

	test('is refused in a body that is larger than any event', async () => {
		const spaced = json.replace(',', `,${' '.repeat(4_000)}`);
		expectRefusal(await receive(spaced), 'decryption_failed');
	});

	test.each(['VERIFICATION_COMPLETED', 'DATAPOINT_UPDATED', 'WATCHLIST_MONITORING', 'IDENTITY_AUTHENTICATED'])(
		'is accepted when it is %s',
		async (name) => {
			for (const status of ['approved', 'declined', 'pending']) {
				acceptedEvent(await receive(JSON.stringify({ ...sample, event: name, status })));
			}
		},
	);
});

const put = (name: string, value: string) =>
	`{${members.map((member) => (member.startsWith(`"${name}"`) ? `"${name}":${value}` : member)).join(',')}}`;
const times = ['created', 'updated', 'processed'];

const refused: Readonly<Record<string, string | Uint8Array>> = {
	...Object.fromEntries(
		members.flatMap((member, at) => {
			const [name] = Object.entries(event)[at] ?? [];
			return [
				[`lacks ${name}`, `{${members.toSpliced(at, 1).join(',')}}`],
				[`says ${name} twice`, `{${[...members, member].join(',')}}`],
				[`says ${name} twice, and another member never`, `{${members.with((at + 1) % 6, member).join(',')}}`],
				[`has ${name} null`, put(name ?? '', 'null')],
				[`has ${name} in a list`, put(name ?? '', `[${member.slice(member.indexOf(':') + 1)}]`)],
				[`has ${name} true`, put(name ?? '', 'true')],
				[`has ${name} empty`, put(name ?? '', '""')],
				[`spells ${name} in upper case`, json.replace(`"${name}"`, `"${name?.toUpperCase()}"`)],
				[`spells ${name} with an escape`, json.replace(`"${name?.[0]}`, `"\\u00${name?.charCodeAt(0).toString(16)}`)],
			];
		}),
	),
	...Object.fromEntries(
		times.flatMap((name) =>
			['1.0', '1.5', '1e9', '1E9', '01', '+1', '-0', '"1582628999"', '1582628999999999', '0x1', '1_000', '{}', ''].map(
				(value) => [`has ${name} ${value || 'missing'}`, put(name, value)],
			),
		),
	),
	'has a member more': `{${[...members, '"extra":1'].join(',')}}`,
	'has a member without a name': `{${[...members, '"":1'].join(',')}}`,
	'has __proto__ for a member': `{${members.with(5, '"__proto__":1').join(',')}}`,
	'has a comma at its end': `{${members.join(',')},}`,
	'has two commas': json.replace(',', ',,'),
	'stands in another object': `{"event":${json}}`,
	'is followed by another': `${json}${json}`,
	'is followed by a letter': `${json}x`,
	'is followed by NUL': `${json}\0`,
	'begins with a byte order mark': `\ufeff${json}`,
	'has white space that JSON does not know': json.replace(',', ',\u00a0'),
	'has a line separator': json.replace(',', ',\u2028'),
	'has a form feed': json.replace(',', ',\f'),
	'has a comment': json.replace(',', ',/**/'),
	'has an event with an escape': json.replace('VERIFICATION', '\\u0056ERIFICATION'),
	'has a status with an escape': json.replace('approved', 'approve\\u0064'),
	'has a key with an escape': json.replace(event.key, `\\u0062${event.key.slice(1)}`),
	'has a status in upper case': json.replace('approved', 'APPROVED'),
	'has a status with a blank': json.replace('approved', 'approved '),
	'has an event in lower case': json.replace('VERIFICATION_REVIEWED', 'verification_reviewed'),
	'has an event with a blank': json.replace('VERIFICATION_REVIEWED', ' VERIFICATION_REVIEWED'),
	'has an event of the older API': json.replace('VERIFICATION_REVIEWED', 'AUTHENTICATION_PROCESSED'),
	'has a status of the API': json.replace('approved', 'processing'),
	'has a key without dashes': json.replace(event.key, event.key.replaceAll('-', '')),
	'has a key with a digit too few': json.replace(event.key, event.key.slice(1)),
	'has a key with a digit too many': json.replace(event.key, `${event.key}0`),
	'has a key with a letter g': json.replace(event.key, event.key.replace('b', 'g')),
	'has a key in braces': json.replace(event.key, `{${event.key}}`),
	'has a garbled block in its key': Buffer.from(
		json.replace(event.key.slice(8, 24), '\x93\xf1kq\x02Z\xaa0000000\xee\x11'),
		'latin1',
	),
	'has a garbled block of letters in its key': json.replace(event.key.slice(8, 24), 'aZ09_-aZ09_-aZ09'),
};

describe('a plaintext that is no event', () => {
	test.each(Object.entries(refused))('is refused in the same words when it %s', async (_, plaintext) => {
		const result = await receive(plaintext);
		expectRefusal(result, 'decryption_failed', Object.values(credential));
		expect(result).toStrictEqual(await deliver(passbase, credential, { body: '' }));
	});

	test('costs little when it is as large as a body may be', async () => {
		for (const filling of [' ', '1', '{', ',', '"', '{"event":', '\\', '{"', '": "']) {
			const plaintext = filling.repeat(Math.floor(700_000 / filling.length));
			const before = process.cpuUsage();
			expectRefusal(await receive(`{${plaintext}`), 'decryption_failed');
			expectRefusal(await receive(`{"event":${plaintext}}`), 'decryption_failed');
			expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
		}
	});
});
