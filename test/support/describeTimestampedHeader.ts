import type { Provider } from '../../webhook/provider';
import { hmac, sha256 } from './crypto';
import { acceptedEvent, deliver, expectRefusal, NOW } from './reception';

interface Example {
	readonly provider: Provider;
	readonly credential: Readonly<Record<string, string>>;
	/** The name of the header, as the provider writes it. */
	readonly header: string;
	readonly currentSecret: string;
	readonly previousSecret: string;
}

const body = '{"name":"Jos\\u00e9","path":"a\\/b" }\n';
const time = Math.floor(NOW / 1000);

/** The negative table of a header `t=<Unix seconds>,v1=<hex>`. */
export function describeTimestampedHeader(example: Example): void {
	const { provider, credential, header, currentSecret, previousSecret } = example;
	const digestOf = (at: number | string, key = currentSecret, text = body) =>
		hmac(key, `${at}.${text}`).toString('hex');
	const digest = digestOf(time);
	const signature = `t=${time},v1=${digest}`;
	const wrong = `v1=${'0'.repeat(64)}`;
	const untold = [...Object.values(credential), digest];
	const withHeader = (value: string | string[] | undefined, circumstances = {}) =>
		deliver(provider, credential, { body, headers: { [header]: value } }, circumstances);

	describe(`the ${header} header`, () => {
		test.each([
			['as the provider writes it', signature],
			['a list of one', [signature]],
			['with the digest in upper case', `t=${time},v1=${digest.toUpperCase()}`],
			['with the time behind', `v1=${digest},t=${time}`],
			['with a wrong digest before', `t=${time},${wrong},v1=${digest}`],
			['with a wrong digest behind', `t=${time},v1=${digest},${wrong}`],
			['with a signature of another version', `t=${time},v1=${digest},v0=${'0'.repeat(64)}`],
			['with what nobody knows', `t=${time},v1=${digest},x=,constructor=1`],
			['two sets, of which the first is right', `${signature} t=${time - 9},${wrong}`],
			['two sets, of which the second is right', `t=${time - 9},${wrong} ${signature}`],
			['two sets, one under each secret', `t=${time - 9},v1=${digestOf(time - 9, previousSecret)} ${signature}`],
			['two right sets, of which the first is stale', `t=${time - 999},v1=${digestOf(time - 999)} ${signature}`],
			['two right sets, of which the second is stale', `${signature} t=${time - 999},v1=${digestOf(time - 999)}`],
		])('is accepted %s', async (_, value) => {
			acceptedEvent(await withHeader(value));
		});

		test.each([
			['missing', undefined],
			['empty', ''],
			['an empty list', []],
			['without a digest', `t=${time}`],
			['signed with v0 only', `t=${time},v0=${digest}`],
			['signed with v2 only', `t=${time},v2=${digest}`],
			['signed with v1a only', `t=${time},v1a=${digest}`],
			['signed with V1 only', `t=${time},V1=${digest}`],
			['of two sets, the second without a digest', `${signature} t=${time}`],
		])('is missing when it is %s', async (_, value) => {
			expectRefusal(await withHeader(value), 'signature_missing', untold);
		});

		test.each([
			['the digest alone', digest],
			['sent twice', `${signature}, ${signature}`],
			['a list of two', [signature, signature]],
			['followed by ZZ', `${signature}ZZ`],
			['followed by a blank', `${signature} `],
			['followed by a comma', `${signature},`],
			['followed by a line break', `${signature}\n`],
			['followed by a null character', `${signature}\0`],
			['preceded by a blank', ` ${signature}`],
			['broken by a blank', `${signature.slice(0, 40)} ${signature.slice(40)}`],
			['broken by a line break', `${signature.slice(0, 40)}\r\n${signature.slice(40)}`],
			['broken by a letter of no alphabet', `${signature.slice(0, 40)}!${signature.slice(41)}`],
			['truncated by one digit', signature.slice(0, -1)],
			['truncated by one byte', signature.slice(0, -2)],
			['one byte longer', `${signature}00`],
			['with a prefix to the digest', `t=${time},v1=sha256=${digest}`],
			['in quotes', `"${signature}"`],
			['with the digest in base64', `t=${time},v1=${Buffer.from(digest, 'hex').toString('base64')}`],
			['with an empty digest', `t=${time},v1=`],
			['with a right digest beside a malformed one', `${signature},v1=abc`],
			['with a blank behind the comma', `t=${time}, v1=${digest}`],
			['a name of every object', '__proto__'],
			['three sets', `${signature} ${signature} ${signature}`],
		])('is malformed when it is %s', async (_, value) => {
			expectRefusal(await withHeader(value), 'signature_malformed', untold);
		});

		test.each([
			['has no time', `v1=${digest}`, 'timestamp_missing'],
			['has a prefix to the time', `sha256=${signature}`, 'timestamp_missing'],
			['has an empty time', `t=,v1=${digest}`, 'timestamp_malformed'],
			['has a time in milliseconds', `t=${NOW},v1=${digestOf(NOW)}`, 'timestamp_malformed'],
			['has a time with a fraction', `t=${time}.0,v1=${digestOf(`${time}.0`)}`, 'timestamp_malformed'],
			['has a time with a sign', `t=+${time},v1=${digestOf(`+${time}`)}`, 'timestamp_malformed'],
			['has a time in hexadecimal', `t=0x${time.toString(16)},v1=${digest}`, 'timestamp_malformed'],
			['has a time in words', `t=now,v1=${digestOf('now')}`, 'timestamp_malformed'],
			['has two times', `t=${time},t=${time},v1=${digest}`, 'timestamp_malformed'],
			['is sent twice without a space', `${signature},${signature}`, 'timestamp_malformed'],
		] as const)('is refused when it %s', async (_, value, code) => {
			expectRefusal(await withHeader(value), code, untold);
		});

		test('does not match when any one bit of the digest is another', async () => {
			for (let bit = 0; bit < 256; bit++) {
				const bytes = Buffer.from(digest, 'hex');
				bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
				expectRefusal(await withHeader(`t=${time},v1=${bytes.toString('hex')}`), 'signature_mismatch', untold);
			}
		});

		test.each([
			['all zeros', `t=${time},${wrong}`],
			['of the body alone', `t=${time},v1=${hmac(currentSecret, body).toString('hex')}`],
			['of another separator', `t=${time},v1=${hmac(currentSecret, `${time}:${body}`).toString('hex')}`],
			['a hash without a key', `t=${time},v1=${sha256(`${time}.${body}`).toString('hex')}`],
			['of a later time', `t=${time},v1=${digestOf(time + 1)}`],
			['of a stale time, which it names', `t=${time - 999},v1=${digest}`],
			['of another body', `t=${time},v1=${digestOf(time, currentSecret, body.trim())}`],
			['under a secret without its prefix', `t=${time},v1=${digestOf(time, currentSecret.replace(/^[a-z]+_/, ''))}`],
			['at the time of the other set', `t=${time - 1},v1=${digest} t=${time},${wrong}`],
		])('does not match when the digest is %s', async (_, value) => {
			expectRefusal(await withHeader(value), 'signature_mismatch', untold);
		});
	});

	describe('the time', () => {
		const right = `t=${time},v1=${digest}`;
		const at = (seconds: number, tolerance = 300) => withHeader(right, { now: (time + seconds) * 1000, tolerance });

		test.each([-300, -1, 0, 299, 300])('may be received %i seconds after it', async (seconds) => {
			acceptedEvent(await at(seconds));
		});

		test.each([-86_400, -301, 301, 86_400, 40_000_000])('is refused %i seconds after it', async (seconds) => {
			expectRefusal(await at(seconds), 'timestamp_outside_tolerance', untold);
		});

		test('may be any when the tolerance is 0, and no other than the tolerance says', async () => {
			acceptedEvent(await at(40_000_000, 0));
			acceptedEvent(await at(10, 10));
			expectRefusal(await at(11, 10), 'timestamp_outside_tolerance');
			expectRefusal(await at(0, Number.NaN), 'timestamp_outside_tolerance');
		});

		test('is not looked at before the digest matches', async () => {
			const forged = `t=${time - 999},${wrong}`;
			expectRefusal(await withHeader(forged), 'signature_mismatch');
			const stale = `t=${time - 999},v1=${digestOf(time - 999)}`;
			expectRefusal(await withHeader(stale), 'timestamp_outside_tolerance');
		});

		test('of a set that does not match makes a stale one no fresher', async () => {
			const stale = `t=${time - 999},v1=${digestOf(time - 999)} t=${time},${wrong}`;
			expectRefusal(await withHeader(stale), 'timestamp_outside_tolerance');
		});

		test('is 300 seconds by default', () => expect(provider.tolerance).toBe(300));
	});

	describe('the secret', () => {
		const under = (key: string) => withHeader(`t=${time},v1=${digestOf(time, key)}`);

		test('may be the current or the previous one, and no third', async () => {
			acceptedEvent(await under(currentSecret));
			acceptedEvent(await under(previousSecret));
			for (const third of ['a third one', ' ', 'undefined', 'null', `${currentSecret} `, currentSecret.slice(0, -1)]) {
				expectRefusal(await under(third), 'signature_mismatch', untold);
			}
		});

		test('is no longer the previous one once that was removed', async () => {
			const [current = ''] = Object.keys(credential);
			for (const stored of [{ [current]: currentSecret }, { ...credential, [Object.keys(credential)[1] ?? '']: ' ' }]) {
				const value = `t=${time},v1=${digestOf(time, previousSecret)}`;
				const result = await deliver(provider, stored, { body, headers: { [header]: value } });
				expectRefusal(result, 'signature_mismatch');
			}
		});
	});
}
