import fc from 'fast-check';
import { shapes } from '../support/shapes';

/** A delivery on its way. Names of headers in lower case. */
export interface Sent {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Buffer;
}

/** Where and with what a mutation happens: a share of the length, a number and a text. */
interface Detail {
	readonly at: number;
	readonly n: number;
	readonly noise: string;
}

type Mutation = (sent: Sent, other: Sent, detail: Detail) => Sent;

const MEBIBYTE = 1024 * 1024;
const indexIn = (length: number, at: number) => Math.min(length - 1, Math.floor(at * length));
const flipped = (bytes: Buffer, { at, n }: Detail): Buffer => {
	const copy = Buffer.from(bytes);
	if (copy.length > 0) copy[indexIn(copy.length, at)]! ^= 1 << (n & 7);
	return copy;
};
const cut = (length: number, { at }: Detail) => Math.floor(at * length);
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

const withBody = (sent: Sent, body: Buffer | string): Sent => ({ ...sent, body: Buffer.from(body) });
const text = ({ body }: Sent) => body.toString('utf8');

/** Changes one of the headers; a delivery without any gets one. */
function withHeader(sent: Sent, { n }: Detail, change: (value: string) => string | string[] | undefined): Sent {
	const name = pick([...Object.keys(sent.headers), 'x-signature'], n);
	const value = sent.headers[name] ?? '';
	return { ...sent, headers: { ...sent.headers, [name]: change(Array.isArray(value) ? value.join(', ') : value) } };
}

const ENCODED = /[\w+/-]{16,}={0,2}/g;

/** Changes the bytes behind one of the encoded texts in a text: an IV, a tag, a digest, a part of a token. */
function withinEncoded(source: string, n: number, change: (bytes: Buffer) => Buffer): string {
	const found = [...source.matchAll(ENCODED)];
	if (found.length === 0) return source;
	const { 0: encoded, index } = pick(found, n);
	const encoding = /^(?:[0-9a-f]{2})+$/.test(encoded) ? 'hex' : /[+/=]/.test(encoded) ? 'base64' : 'base64url';
	const changed = change(Buffer.from(encoded, encoding)).toString(encoding);
	return source.slice(0, index) + changed + source.slice(index + encoded.length);
}

const recodings: readonly ((source: string) => string | Buffer)[] = [
	(source) => Buffer.from(source, 'utf16le'),
	(source) => Buffer.from(source, 'latin1'),
	(source) => Buffer.from(Buffer.from(source).toString('latin1'), 'utf8'),
	(source) => Buffer.from(source).toString('base64'),
	(source) => Buffer.from(source).toString('hex'),
	(source) => Buffer.from(source, 'base64').toString('base64url'),
	(source) => Buffer.from(source, 'base64').toString('hex'),
	(source) => Buffer.from(source, 'hex').toString('base64'),
	(source) => source.toUpperCase(),
	(source) => source.toLowerCase(),
	(source) => source.normalize('NFD'),
	(source) => JSON.stringify(source),
	(source) => JSON.stringify({ token: source }),
	(source) => JSON.stringify({ payload: source }),
	(source) => `payload=${encodeURIComponent(source)}`,
	(source) => encodeURIComponent(source),
	(source) => source.replaceAll('\\/', '/'),
	(source) => source.replaceAll('/', '\\/'),
	(source) => source.replaceAll('=', ''),
	(source) => source.replaceAll('\n', '\r\n'),
	(source) => reformatted(source, undefined),
	(source) => reformatted(source, 2),
];

function reformatted(source: string, space: number | undefined): string {
	try {
		return JSON.stringify(JSON.parse(source), null, space);
	} catch {
		return source;
	}
}

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'status', 'event', 'iv', 'token', 'alg'];
const values = ['"approved"', '{}', '[]', 'null', '{"status":"approved"}', '1e400'];
const algorithms = ['none', 'None', 'HS256', 'HS384', 'RS256', '', '__proto__'];

const bodyMutations = {
	flipBit: (sent, _, detail) => withBody(sent, flipped(sent.body, detail)),
	flipBits: (sent, _, detail) =>
		withBody(sent, flipped(flipped(sent.body, detail), { ...detail, at: detail.at ** 2, n: detail.n >> 3 })),
	flipEncodedBit: (sent, _, detail) =>
		withBody(
			sent,
			withinEncoded(text(sent), detail.n >> 3, (bytes) => flipped(bytes, detail)),
		),
	cutEncoded: (sent, _, detail) =>
		withBody(
			sent,
			withinEncoded(text(sent), detail.n >> 3, (bytes) => bytes.subarray(0, cut(bytes.length, detail))),
		),
	cutBlocks: (sent, _, detail) =>
		withBody(
			sent,
			withinEncoded(text(sent), detail.n >> 3, (bytes) =>
				bytes.subarray(16 * Math.floor(cut(bytes.length, detail) / 16)),
			),
		),
	spliceBlocks: (sent, other, detail) =>
		withBody(
			sent,
			withinEncoded(text(sent), 0, (bytes) => {
				const border = 16 * Math.floor(cut(bytes.length, detail) / 16);
				const [foreign = ''] = text(other).match(ENCODED) ?? [];
				return Buffer.concat([bytes.subarray(0, border), Buffer.from(foreign, 'base64').subarray(border)]);
			}),
		),
	splice: (sent, other, detail) => {
		const border = cut(sent.body.length, detail);
		return withBody(sent, Buffer.concat([sent.body.subarray(0, border), other.body.subarray(border)]));
	},
	spliceParts: (sent, other, { n }) => {
		const foreign = text(other).split('.');
		const parts = text(sent).split('.');
		return withBody(sent, parts.map((part, index) => (n & (1 << index) ? (foreign[index] ?? '') : part)).join('.'));
	},
	cutTail: (sent, _, detail) => withBody(sent, sent.body.subarray(0, cut(sent.body.length, detail))),
	cutHead: (sent, _, detail) => withBody(sent, sent.body.subarray(cut(sent.body.length, detail))),
	insert: (sent, _, { at, noise }) => {
		const border = cut(sent.body.length, { at, n: 0, noise });
		const { body } = sent;
		return withBody(sent, Buffer.concat([body.subarray(0, border), Buffer.from(noise), body.subarray(border)]));
	},
	prepend: (sent, _, { noise }) => withBody(sent, Buffer.concat([Buffer.from(noise), sent.body])),
	append: (sent, _, { noise }) => withBody(sent, Buffer.concat([sent.body, Buffer.from(noise)])),
	concatenate: (sent, other, { n, noise }) =>
		withBody(sent, Buffer.concat([sent.body, Buffer.from(noise), n & 1 ? sent.body : other.body])),
	recode: (sent, _, { n }) => withBody(sent, pick(recodings, n)(text(sent))),
	prependKey: (sent, _, { n, at }) =>
		withBody(
			sent,
			text(sent).replace('{', () => `{"${pick(keys, n)}":${pick(values, indexIn(values.length, at))},`),
		),
	appendKey: (sent, _, { n, at }) =>
		withBody(
			sent,
			text(sent).replace(/\}(?=[^}]*$)/, () => `,"${pick(keys, n)}":${pick(values, indexIn(values.length, at))}}`),
		),
	repeatKey: (sent, _, { n, at }) => {
		const name = pick([...text(sent).matchAll(/"(\w+)":/g)].map((match) => match[1]!).concat('a'), n);
		return withBody(
			sent,
			text(sent).replace('{', () => `{"${name}":${pick(values, indexIn(values.length, at))},`),
		);
	},
	forgeAlgorithm: (sent, _, { n, at }) => {
		const header = Buffer.from(JSON.stringify({ alg: pick(algorithms, n) })).toString('base64url');
		const [, payload = '', signature = ''] = text(sent).split('.');
		return withBody(sent, `${header}.${payload}.${at < 0.5 ? signature : ''}`);
	},
	empty: (sent) => withBody(sent, ''),
	replace: (sent, _, { noise }) => withBody(sent, noise),
	addHeader: (sent, _, { n, noise }) => {
		const added = ['content-type', 'content-encoding', '__proto__', 'constructor', 'x-timestamp', 'signature'];
		return { ...sent, headers: { ...sent.headers, [pick(added, n)]: noise } };
	},
} satisfies Record<string, Mutation>;

const headerMutations = {
	dropHeader: (sent, _, detail) => withHeader(sent, detail, () => undefined),
	replaceHeader: (sent, _, detail) => withHeader(sent, detail, () => detail.noise),
	flipHeaderBit: (sent, _, detail) =>
		withHeader(sent, detail, (value) =>
			flipped(Buffer.from(value, 'latin1'), { ...detail, n: detail.n >> 3 }).toString('latin1'),
		),
	flipEncodedHeaderBit: (sent, _, detail) =>
		withHeader(sent, detail, (value) => withinEncoded(value, detail.n >> 3, (bytes) => flipped(bytes, detail))),
	cutHeader: (sent, _, detail) => withHeader(sent, detail, (value) => value.slice(0, cut(value.length, detail))),
	padHeader: (sent, _, detail) =>
		withHeader(sent, detail, (value) => (detail.at < 0.5 ? value + detail.noise : detail.noise + value)),
	repeatHeader: (sent, _, detail) =>
		withHeader(sent, detail, (value) => [value, value].join(detail.at < 0.5 ? ', ' : detail.noise)),
	listHeader: (sent, _, detail) => withHeader(sent, detail, (value) => [value, detail.at < 0.5 ? value : detail.noise]),
	recodeHeader: (sent, _, detail) =>
		withHeader(sent, detail, (value) => pick(recodings, Math.floor(detail.at * 1000))(value).toString('latin1')),
	shiftDigits: (sent, _, detail) =>
		withHeader(sent, detail, (value) => value.replace(/\d{10,}/, (digits) => String(Number(digits) + detail.n - 100))),
	swapHeader: (sent, other, detail) => {
		const name = pick([...Object.keys(sent.headers), 'x-signature'], detail.n);
		return { ...sent, headers: { ...sent.headers, [name]: other.headers[name] } };
	},
	swapBody: (sent, other) => withBody(sent, other.body),
} satisfies Record<string, Mutation>;

/** Of up to 1 MiB and a little more: rare, since they take long. */
const hugeMutations = {
	reshape: (sent, _, { n, at }) => withBody(sent, pick(Object.values(shapes), n)(at * MEBIBYTE)),
	fill: (sent, _, { at, n }) =>
		withBody(
			sent,
			Buffer.concat([sent.body, Buffer.alloc(Math.floor(at * 1.1 * MEBIBYTE), pick([' ', 'A', '\0', '='], n))]),
		),
	fillHeader: (sent, _, detail) =>
		withHeader(sent, detail, (value) => value + 'A'.repeat(Math.floor(detail.at * 100_000))),
} satisfies Record<string, Mutation>;

const all: Readonly<Record<string, Mutation>> = { ...bodyMutations, ...headerMutations, ...hugeMutations };

const noise = fc.oneof(
	fc.constantFrom(
		' ',
		'\n',
		'\ufeff',
		'\0',
		'=',
		'==',
		',',
		'"',
		'.',
		'ZZ',
		'sha256=',
		'null',
		'text/plain',
		'{"alg":"none"}',
	),
	fc.string({ maxLength: 20 }),
);

const stepOf = (kinds: object, at: fc.Arbitrary<number>) =>
	fc.record({ kind: fc.constantFrom(...Object.keys(kinds)), at, n: fc.nat(255), noise }, { noNullPrototype: true });

const share = fc.integer({ min: 0, max: 9999 }).map((tenThousandths) => tenThousandths / 10_000);

/** What happens to a delivery on its way, as plain data. Where nothing stands in the headers, it happens to the body. */
export function stepsFor({ headers }: Sent): fc.Arbitrary<Step[]> {
	const mutations = Object.keys(headers).length > 0 ? { ...bodyMutations, ...headerMutations } : bodyMutations;
	return fc.oneof(
		{ weight: 199, arbitrary: fc.array(stepOf(mutations, share), { minLength: 1, maxLength: 3 }) },
		{ weight: 1, arbitrary: stepOf(hugeMutations, share).map((step) => [step]) },
	);
}

export type Step = Detail & { readonly kind: string };

export function mutate(sent: Sent, other: Sent, plan: readonly Step[]): Sent {
	return plan.reduce((changed, { kind, ...detail }) => all[kind]?.(changed, other, detail) ?? changed, sent);
}
