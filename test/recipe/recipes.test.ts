import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipes } from '../../recipes';
import { parsePath } from '../../recipe/path';
import { outcomes } from '../../recipe/outcomes';
import { providerOf } from '../../recipe/provider';
import { readBy } from '../../recipe/read';
import { holds, outcomeBy } from '../../recipe/rules';
import { detailsOf, payloadsOf, samplesOf } from '../../recipe/samples';
import type { Condition, Rule } from '../../recipe/schema';
import { kycEvent } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import { readSecrets } from '../../webhook/secrets';
import { root } from '../support/package';

const named = recipes.map((recipe) => [recipe.name, recipe] as const);
const context = { parameters: {}, signedId: null, fingerprint: () => 'fingerprint' };
const NOBODYS_WORD = 'no word of anybody';

test('the list of all recipes is what `npm run build` writes', () => {
	// In a process of its own: prettier comes as ES modules only.
	const write = "process.stdout.write(await (await import('./scripts/lib/allRecipes.mjs')).allRecipesSource());";
	const written = execFileSync(process.execPath, ['--input-type=module', '--eval', write], { encoding: 'utf8' });
	expect(readFileSync(join(root, 'recipes/data.ts'), 'utf8')).toBe(written);
});

test('every recipe is in the list, under its own id', () => {
	const files = readdirSync(join(root, 'recipes')).filter((file) => file.endsWith('.json'));
	expect(recipes.map(({ id }) => `${id}.json`)).toEqual(files.sort());
});

test.each(named)(
	'%s: where it decides and tells the time, something tells which events belong together',
	(_, recipe) => {
		const { rules, fields } = recipe;
		const approves = rules.some(({ outcome }) => outcome === 'approved');
		if (approves && fields.occurredAt) expect(fields.sequence ?? fields.verificationId).toBeDefined();
		expect(fields.sequence && fields.verificationId).toBeUndefined();
	},
);

test('Vouched: a job that is sent again, its links signed anew, has the same id, and a verdict is told as it was sent', () => {
	const vouched = recipes.find(({ id }) => id === 'vouched');
	const [sent] = vouched ? payloadsOf(vouched) : [];
	if (!vouched || !sent) throw new Error('No recipe');
	const read = (link: string, fingerprint: string) =>
		readBy(vouched, { ...sent.payload, link }, { ...context, fingerprint: () => fingerprint });
	expect(read('?signature=b', 'b').eventId).toBe(read('?signature=a', 'a').eventId);
	expect(read('', '').providerStatus).toBe('true');
});

describe('what stands beside a verdict', () => {
	const changed = (id: string, status: string, values: Parameters<typeof payloadWith>[0]) => {
		const recipe = recipes.find((one) => one.id === id);
		const payload = recipe && payloadsOf(recipe).find((one) => one.status === status)?.payload;
		if (!recipe || !payload) throw new Error('No payload');
		return readBy(recipe, payloadWith(values, payload), context);
	};

	test.each([
		['kycaid', [['verifications.document.verified', false]]],
		['kycaid', [['verifications.aml.verified', 'no']]],
		['dojah', [['data.selfie.status', false]]],
		['dojah', [['data.user_data.status', {}]]],
		['blockpass', [['env', 'dev']]],
		['blockpass', [['status', 'rejected']]],
	])('approves nobody when it says no: %s, %j', (id, values) => {
		expect(changed(id, 'approved', [])).toMatchObject({ status: 'approved' });
		expect(changed(id, 'approved', values as never)).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	test.each([
		['status', 'approved'],
		['env', 'dev'],
	])('rejects nobody for Blockpass, whose events and status agree, and which names production: %s %s', (...value) => {
		const event = changed('blockpass', 'rejected', [value]);
		expect(event).toMatchObject({ status: 'other', reason: 'unknown', environment: null });
	});

	test('Middesk refuses by the event, or by the status of a business, whichever is told', () => {
		const told = (type: string, status: string | null) =>
			changed('middesk', 'rejected', [
				['type', type],
				['data.object.status', status],
			]).status;
		expect(told('business.created', 'rejected')).toBe('rejected');
		expect(told('business.rejected', null)).toBe('rejected');
		expect(told('business.rejected', 'approved')).toBe('other');
		expect(told('business.approved', null)).toBe('other');
	});
});

/** A payload that holds the given values at their places, and nothing else. */
function payloadWith(values: readonly (readonly [place: string, value: unknown])[], base: JsonObject = {}) {
	const payload = structuredClone(base);
	for (const [place, value] of values) {
		const path = parsePath(place) ?? [];
		let at = payload as Record<string | number, unknown>;
		path.slice(0, -1).forEach((step, index) => {
			at[step] ??= typeof path[index + 1] === 'number' ? [] : {};
			at = at[step] as Record<string | number, unknown>;
		});
		at[path.at(-1) ?? ''] = value;
	}
	return payload;
}

const first = ({ path }: Condition) => path[0]?.text ?? '';
const valuesOf = ({ is }: Condition) => (is === 'absent' ? [null] : is === 'present' ? ['something'] : [...is]);

/** One list of values for each combination that the conditions allow. */
function casesOf(conditions: readonly Condition[]): [string, string | null][][] {
	return conditions.reduce<[string, string | null][][]>(
		(cases, condition) =>
			cases.flatMap((one) =>
				valuesOf(condition).map((value) => [...one, [first(condition), value] as [string, string | null]]),
			),
		[[]],
	);
}

/** Conditions on a list of places and on one of them cannot hold for all their values at once. */
const applies = ({ conditions }: Rule, payload: JsonObject) => conditions.every((one) => holds(payload, one));

const meaning = ({ status, reason, decidedBy }: ReturnType<typeof outcomeBy>) => [status, reason, decidedBy];
const wanted = ({ outcome, decidedBy }: Rule) => meaning({ ...outcomes[outcome], decidedBy: decidedBy ?? null });

describe.each(named)('the recipe of %s', (_, recipe) => {
	const provider = providerOf(recipe);
	const { vector, rules, events, fields } = recipe;
	const clock = { now: (vector.signedAt ?? 0) * 1000, tolerance: 300 };
	const headers = Object.fromEntries(
		Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const isStatic = ['basic', 'staticHeader'].includes(recipe.authentication[0]?.scheme ?? '');

	async function authenticate(delivery: { headers?: typeof headers; body?: string }, credential = vector.credential) {
		const read = readSecrets(provider.credential, credential);
		if (!read.ok) throw new Error(read.problem);
		const { headers: sent = headers, body = vector.body } = delivery;
		return await provider.authenticate({ headers: sent, rawBody: Buffer.from(body) }, read.secrets, clock);
	}

	it('accepts what was signed elsewhere, also while the secret is changed', async () => {
		expect(await authenticate({})).toMatchObject({ ok: true });
		const { secret = '', username = '', password = '' } = vector.credential;
		const rotated = secret
			? { secret: `${secret.slice(0, -4)}AAA=`, previousSecret: secret }
			: { username: 'another', password: 'another password', previousUsername: username, previousPassword: password };
		expect(await authenticate({}, rotated as never)).toMatchObject({ ok: true });
	});

	it('refuses it when one byte differs, or the signature is not there', async () => {
		const changed = vector.body.replace(/\d/, (digit) => (digit === '1' ? '2' : '1'));
		expect(changed).not.toBe(vector.body);
		if (!isStatic) expect(await authenticate({ body: changed })).toMatchObject({ code: 'signature_mismatch' });
		for (const name of Object.keys(headers)) {
			const { [name]: signed = '', ...others } = headers;
			const longer = await authenticate({ headers: { ...others, [name]: `${signed}0` } });
			const without = await authenticate({ headers: others });
			const proves = recipe.authentication.some((way) => 'header' in way && way.header.toLowerCase() === name);
			if (proves || name === 'authorization') expect([longer.ok, without.ok]).toEqual([false, false]);
		}
	});

	it('shows nobody an address in an id, of whatever parts the id is', () => {
		const parts = fields.eventId.map(([place]) => [place?.text ?? '', 'jane@example.com'] as const);
		expect(readBy(recipe, payloadWith(parts), context).eventId).not.toContain('@');
	});

	it('refuses what is older than five minutes, where any of its ways signs a time', () => {
		const signsTime = recipe.authentication.some(
			(way) =>
				['timestampedHmac', 'standardWebhooks'].includes(way.scheme) || JSON.stringify(way).includes('{timestamp}'),
		);
		expect(provider.tolerance).toBe(signsTime ? 300 : undefined);
	});

	it('says what everything that it sends becomes', () => {
		for (const { status, payload } of payloadsOf(recipe)) {
			const event = readBy(recipe, payload, context);
			expect([event.eventType, event.status]).toEqual([event.eventType, status]);
			const { selector, sequence, ...told } = event;
			expect(selector).toBe(told.eventType);
			expect(typeof sequence).toBe(recipe.fields.sequence ? 'string' : 'undefined');
			const item = { provider: recipe.id, ...told, receivedAt: new Date().toISOString() };
			expect(kycEvent.parse(item)).toEqual(item);
		}
	});

	it('tells every word of its table, each by the rule that names it', () => {
		for (const rule of rules) {
			const cases = casesOf(rule.conditions).filter((one) => applies(rule, payloadWith(one)));
			expect(cases.length).toBeGreaterThan(0);
			for (const one of cases) {
				expect([one, ...meaning(outcomeBy(rules, payloadWith(one)))]).toEqual([one, ...wanted(rule)]);
			}
		}
	});

	it('knows a rule for every event, and an event for every rule', () => {
		const typeOf = (one: JsonObject) => readBy(recipe, one, context).eventType;
		const eventsOf = (rule: Rule) =>
			casesOf(rule.conditions)
				.map((one) => payloadWith(one))
				.filter((payload) => applies(rule, payload))
				.map(typeOf);
		const ruled = new Set(rules.flatMap(eventsOf));
		expect([...ruled].sort()).toEqual(events.map(({ value }) => value).sort());
	});

	it('approves nobody with a word that is not known, or with one that refuses', () => {
		const approving = payloadsOf(recipe).filter(({ status }) => status === 'approved');
		const words = new Set([NOBODYS_WORD, null, ...rules.flatMap((rule) => rule.conditions).flatMap(valuesOf)]);
		for (const { payload } of approving) {
			const rule = rules.find(({ conditions }) => conditions.every((condition) => holds(payload, condition)));
			for (const condition of rule?.conditions ?? []) {
				for (const value of words) {
					const changed = payloadWith(
						condition.path.map(({ text }) => [text, null] as const),
						payload,
					);
					const other = payloadWith([[first(condition), value]], changed);
					const { status } = readBy(recipe, other, context);
					// Another rule that approves may name that very value of that very field.
					const isNamed = rules.some(
						(one) =>
							one.outcome === 'approved' &&
							one.conditions.some((named) => first(named) === first(condition) && holds(other, named)),
					);
					if (!isNamed && status === 'approved') throw new Error(`${first(condition)}: ${value}`);
				}
			}
			for (const refusing of rules.filter(({ outcome }) => outcomes[outcome].status === 'rejected')) {
				const decides = new Set(rule?.conditions.map(first));
				const undecided = refusing.conditions.filter((condition) => !decides.has(first(condition)));
				for (const others of undecided.length > 0 ? casesOf(undecided) : []) {
					const { status } = readBy(recipe, payloadWith(others, payload), context);
					if (status === 'approved') throw new Error(JSON.stringify(others));
				}
			}
		}
	});

	it('approves by every rule that approves with all that the approving sample tells', () => {
		const doesApprove = rules.some(({ outcome }) => outcome === 'approved');
		expect(payloadsOf(recipe).some(({ status }) => status === 'approved')).toBe(doesApprove);
	});

	it('has samples for the Simulator: each with ids of its own, of today, about whom is wished for', () => {
		const samples = samplesOf(recipe);
		const details = detailsOf(recipe);
		for (const sample of samples) {
			const [one, other] = [sample.create({}), sample.create({})].map((payload) =>
				readBy(recipe, payload, { ...context, fingerprint: () => JSON.stringify(payload) }),
			);
			expect(one?.eventId).not.toBe(other?.eventId);
			expect(one?.status).toBe(sample.status);
			if (one?.occurredAt) expect(Date.now() - Date.parse(one.occurredAt)).toBeLessThan(86_400_000);
			const wished = readBy(recipe, sample.create({ externalId: 'my-1', subject: { email: 'a@b.example' } }), context);
			if (one?.externalId) expect(wished.externalId).toBe('my-1');
			if (one?.subject.email) expect(wished.subject.email).toBe('a@b.example');
		}
		if (fields.externalId) expect(details).toContain('externalId');
	});

	it('has texts that are fit to be shown', () => {
		expect(recipe.name).toMatch(/^\S.*\S$/);
		expect(new Date(recipe.readOn).getTime()).toBeLessThanOrEqual(Date.now());
		for (const url of recipe.documentation) expect(url).toMatch(/^https:/);
		for (const text of [recipe.setUp, ...recipe.goodToKnow]) {
			expect(text).toMatch(/^\S.*\.$/s);
			expect(text).not.toMatch(/<\/?[a-z]/);
		}
		const names = events.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'en')));
		const isPublished = vector.source.startsWith('published: ');
		expect(recipe.evidence === 'vector').toBe(isPublished);
		expect(vector.source).toMatch(/^(published: https:|made with OpenSSL: |made by hand: )/);
	});
});
