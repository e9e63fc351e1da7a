import { recipes } from '../../recipes';
import { type Authentication, isStatic, signsTime } from '../../recipe/authentication';
import { CREDENTIAL_TYPE, presetsOf } from '../../recipe/provider';
import { samplesOf } from '../../recipe/samples';
import type { Recipe } from '../../recipe/schema';
import { statuses } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import { refusedActivation } from '../host/activation.mjs';
import { newProof, proofHeader, sendAs } from '../support/recipeSender';
import { deploy, n8n, post } from './n8n';

const provider = { displayName: 'KYC Webhook', credential: { type: CREDENTIAL_TYPE, fields: [] } };

/** Every way of every recipe. */
const ways = recipes.flatMap((recipe) =>
	presetsOf(recipe).map((preset, index) => [preset, recipe, recipe.authentication[index] as Authentication] as const),
);

const inUse = (way: Authentication) => signsTime(way) && !isStatic(way);

/** The same payload with an event that nobody knows. */
function withUnknownEvent(recipe: Recipe): JsonObject | null {
	const [{ text = '' } = {}] = recipe.fields.eventType ?? [];
	const payload: JsonObject = samplesOf(recipe)[0]?.create({}) ?? {};
	const [outer = '', inner] = text.split('.');
	if (!(outer in payload)) return null;
	return inner === undefined
		? { ...payload, [outer]: 'nobody.knows' }
		: { ...payload, [outer]: { ...(payload[outer] as JsonObject), [inner]: 'nobody.knows' } };
}

describe.each(ways)('a delivery of %s, signed elsewhere', (preset, recipe, way) => {
	const proof = newProof(way);
	const send = (payload: unknown, signedWith = proof, now = Date.now(), encode?: BufferEncoding) =>
		sendAs(way, signedWith, JSON.stringify(payload), now, encode);
	const renewed = samplesOf(recipe);
	const parameters = { provider: recipe.id };

	it('comes out with the status that it has', async () => {
		const trigger = await deploy(provider, { provider: preset, ...proof }, parameters);
		for (const { create } of renewed) {
			const answer = await post(trigger.url, send(create({})));
			expect(answer).toEqual({ status: 200, body: { result: 'accepted', events: 1 } });
		}
		const executions = await trigger.events(renewed.length);
		expect(executions.map((outputs) => statuses[outputs.findIndex((output) => output.length > 0)])).toEqual(
			renewed.map(({ status }) => status),
		);
		for (const [event] of executions.map((outputs) => outputs.flat())) expect(event?.provider).toBe(recipe.id);
	});

	it('is refused when anything of it is wrong, taken once, and taken while the secret changes', async () => {
		const current = newProof(way);
		const previous = Object.fromEntries(
			Object.entries(proof).map(([name, value]) => [`previous${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
		);
		const trigger = await deploy(provider, { provider: preset, ...current, ...previous }, parameters);
		const payload = renewed[0]?.create({}) ?? {};
		const code = async (sent: ReturnType<typeof send>) => {
			const { status, body } = await post(trigger.url, sent);
			return status === 200 ? body.result : `${status} ${body.code}`;
		};
		const header = proofHeader(way);
		const good = send(payload);
		const value = good.headers[header] ?? '';

		expect(await code(send(payload, newProof(way)))).toBe('401 signature_mismatch');
		const { [header]: _, ...unsigned } = good.headers;
		expect(await code({ ...good, headers: unsigned })).toMatch(/^401 (signature|timestamp)_missing$/);
		expect(await code({ ...good, headers: { ...good.headers, [header]: `${value}0` } })).toMatch(/^401 signature_m/);
		if (!isStatic(way)) {
			const spaced = JSON.stringify(payload, null, 1);
			expect(await code({ ...good, body: spaced })).toBe('401 signature_mismatch');
			const other =
				way.scheme === 'standardWebhooks' || (way.scheme === 'hmac' && way.encoding !== 'hex') ? 'hex' : 'base64';
			expect(await code(send(payload, proof, Date.now(), other))).toMatch(/^401 signature_m/);
		}
		if (inUse(way)) {
			expect(await code(send(payload, proof, Date.now() - 301_000))).toBe('401 timestamp_outside_tolerance');
		}
		expect(await trigger.executionCount()).toBe(0);

		expect(await code(good)).toBe('accepted');
		expect(await code(good)).toBe('duplicate');
		const another = renewed[0]?.create({});
		expect(await code(send(another, current))).toBe('accepted');
	});

	it('of an event that nobody knows, and of a test, decides nothing', async () => {
		const trigger = await deploy(provider, { provider: preset, ...proof }, parameters);
		const strange = withUnknownEvent(recipe);
		const { environment } = recipe.fields;
		const inTest =
			environment &&
			samplesOf(recipe)
				.find(({ status }) => status === 'approved')
				?.create({});
		const [place = ''] = environment?.path.map(({ text }) => text) ?? [];
		const test = inTest && !place.includes('.') ? { ...inTest, [place]: environment.test[0] } : null;
		const sent = [strange, test].filter((payload) => payload !== null && payload !== undefined);
		for (const payload of sent) expect((await post(trigger.url, send(payload))).body.result).toBe('accepted');
		const items = (await trigger.events(sent.length)).map((outputs) => outputs.flat()[0]);
		expect(items.map((item) => [item?.status, item?.reason])).toEqual(
			sent.map((payload) => ['other', payload === test ? 'test' : 'unknown']),
		);
	});
});

describe('a provider that the user describes', () => {
	const credential = {
		provider: 'custom',
		scheme: 'hmac',
		header: 'X-Acme-Signature',
		secret: 'made-up-secret-of-acme',
	};
	const way = {
		...credential,
		algorithm: 'sha256',
		encoding: 'hex',
		prefix: '',
		signedContent: '{body}',
	} as never as Authentication;
	const condition = (path: string, ...values: string[]) => ({ path, is: 'oneOf', values });
	const rule = (outcome: string, ...conditions: object[]) => ({ outcome, conditions: { condition: conditions } });
	const rules = {
		rule: [
			rule('approved', condition('type', 'check.finished'), condition('data.result', 'pass')),
			rule('declined', condition('type', 'check.finished'), condition('data.result', 'fail')),
			rule('started', condition('type', 'check.started')),
		],
	};
	const parameters = {
		provider: 'custom',
		providerName: 'acme',
		rules,
		fields: { eventId: 'id', externalId: 'data.ref' },
	};
	const send = (payload: object) =>
		sendAs(
			{ ...way, timestampHeader: '', idHeader: '', secretEncoding: 'utf8' } as never,
			credential,
			JSON.stringify(payload),
			Date.now(),
		);

	it('comes out by the rules of the user', async () => {
		const trigger = await deploy(provider, credential, parameters);
		const told = [
			[{ id: '1', type: 'check.finished', data: { result: 'pass', ref: 'r-1' } }, 'approved'],
			[{ id: '2', type: 'check.finished', data: { result: 'fail', ref: 'r-1' } }, 'rejected'],
			[{ id: '3', type: 'check.started', data: { ref: 'r-1' } }, 'pending'],
			[{ id: '4', type: 'check.finished', data: { result: 'Pass' } }, 'other'],
		] as const;
		for (const [payload] of told) {
			expect((await post(trigger.url, send(payload))).body).toEqual({ result: 'accepted', events: 1 });
		}
		const items = (await trigger.events(told.length)).map((outputs) => outputs.flat()[0]);
		expect(items.map((item) => item?.status)).toEqual(told.map(([, status]) => status));
		expect(items[0]).toMatchObject({ provider: 'acme', eventId: '1', externalId: 'r-1' });
	});

	it('is not published with rules that are wrong, or with a credential for another provider', async () => {
		const wrong = [
			{ problem: 'Rule 1 approves without a condition', changed: { rules: { rule: [rule('approved')] } } },
			{ problem: 'Rule 4 can never match', changed: { rules: { rule: [...rules.rule, rules.rule[0]] } } },
			{ problem: 'it is for the provider "middesk"', signedBy: 'middesk' },
		];
		const ids: string[] = [];
		for (const { changed, signedBy } of wrong) {
			const secrets = { ...credential, provider: signedBy ?? credential.provider };
			ids.push((await deploy(provider, secrets, { ...parameters, ...changed }, { publish: false })).id);
		}
		// At the same time: each waits for n8n's five attempts.
		const refused = await Promise.all(ids.map((id) => refusedActivation(n8n, id)));
		expect(refused.map(({ message }) => message)).toEqual(wrong.map(({ problem }) => expect.stringContaining(problem)));
	});
});
