import type { IDataObject } from 'n8n-workflow';
import real from './real.json';
import { triggerOf } from './trigger';

/** What a sender really sends, and the right outcome. `items: null` is not looked at. */
interface Case {
	readonly id: string;
	readonly what: string;
	/** The clock at which its timestamps are fresh, in milliseconds. */
	readonly now: number;
	readonly node: string;
	readonly credentialType: string;
	readonly credential: IDataObject;
	readonly params: IDataObject;
	readonly sends: readonly {
		readonly headers: Readonly<Record<string, string>>;
		/** Base64 of the raw bytes. */
		readonly body: string;
		readonly expect: {
			readonly http: number | readonly number[];
			readonly result?: string;
			readonly code?: string | null;
			readonly items: readonly (readonly [output: string, fields: Readonly<Record<string, unknown>>])[] | null;
		};
	}[];
}

const cases = real as unknown as readonly Case[];

/** A single check approves nobody unless the user wants that, which this case leaves out: it is about the name. */
const amended: Readonly<Record<string, IDataObject>> = {
	'complycube/name of the client': { approvedWhen: 'eachCheck' },
};

afterEach(() => {
	jest.restoreAllMocks();
});

it('has all cases', () => {
	expect(cases).toHaveLength(253);
});

it.each(cases.map((each) => [each.id, each.what, each] as const))(
	'%s: %s',
	async (id, __, { now, sends, ...given }) => {
		const params = { ...given.params, ...amended[id] };
		const trigger = await triggerOf(given.node, given.credentialType, given.credential, params);
		for (const { headers, body, expect: expected } of sends) {
			const outcome = await trigger.receive({ headers, body: Buffer.from(body, 'base64') }, now);
			expect([expected.http].flat()).toContain(outcome.http);
			if (expected.result) expect(outcome.body.result).toBe(expected.result);
			if (expected.code) expect(outcome.body.code).toBe(expected.code);
			if (expected.items === null) continue;
			expect(outcome.items.map(([output]) => output)).toEqual(expected.items.map(([output]) => output));
			for (const [index, [, fields]] of expected.items.entries()) {
				const found = Object.keys(fields).map((path) => [path, at(outcome.items[index]?.[1], path.split('.'))]);
				expect(Object.fromEntries(found)).toEqual(fields);
			}
		}
	},
);

function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
	return key === undefined ? value : at((value as IDataObject | null | undefined)?.[key], rest);
}
