import type { IDataObject } from 'n8n-workflow';
import { at, realCases } from './real';
import { triggerOf } from './trigger';

/** A single check approves nobody unless the user wants that, which this case leaves out: it is about the name. */
const amended: Readonly<Record<string, IDataObject>> = {
	'complycube/name of the client': { approvedWhen: 'eachCheck' },
};

afterEach(() => {
	jest.restoreAllMocks();
});

it('has all cases', () => {
	expect(realCases).toHaveLength(253);
});

it.each(realCases.map((each) => [each.id, each.what, each] as const))(
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
				const found = Object.keys(fields).map((path) => [path, at(outcome.items[index]?.[1], path)]);
				expect(Object.fromEntries(found)).toEqual(fields);
			}
		}
	},
);
