import type { Answer } from '../../simulator/answer';
import type { Expected } from '../../simulator/simulate';
import { isAccepted, isAsExpected, refusalOf } from '../../simulator/verdict';

const acceptance: Expected = { result: 'accepted', statuses: ['approved', 'pending'] };
const refusal: Expected = { result: 'refused', status: 401, code: 'signature_mismatch' };
const accepted = { result: 'accepted', events: 2 };

test.each<[string, Expected, Answer, boolean, boolean]>([
	['all accepted', acceptance, { status: 200, body: accepted }, true, true],
	['accepted when the last node finished', acceptance, { status: 200, body: '' }, true, true],
	['only some of it selected', acceptance, { status: 200, body: { ...accepted, events: 1 } }, false, true],
	['ignored', acceptance, { status: 200, body: { result: 'ignored' } }, false, false],
	['a duplicate', acceptance, { status: 200, body: { result: 'duplicate' } }, false, false],
	['refused', acceptance, { status: 401, body: { result: 'refused', code: 'signature_mismatch' } }, false, false],
	['accepted by words alone', acceptance, { status: 500, body: accepted }, false, false],
	['a page', acceptance, { status: 200, body: '<html></html>' }, false, false],
	['another object', acceptance, { status: 200, body: {} }, false, false],
	['nothing, with an error', acceptance, { status: 502, body: '' }, false, false],
	['led elsewhere', acceptance, { status: 302, body: '' }, false, false],
	['the refusal', refusal, { status: 401, body: { result: 'refused', code: 'signature_mismatch' } }, true, false],
	['another refusal', refusal, { status: 401, body: { result: 'refused', code: 'signature_missing' } }, false, false],
	['the code with another status', refusal, { status: 200, body: { code: 'signature_mismatch' } }, false, false],
	['the status alone', refusal, { status: 401, body: 'signature_mismatch' }, false, false],
	['the faulty one accepted', refusal, { status: 200, body: { result: 'accepted', events: 1 } }, false, true],
])('%s', (_, expected, answer, asExpected, isTaken) => {
	expect([isAsExpected(expected, answer), isAccepted(answer)]).toEqual([asExpected, isTaken]);
});

test('a fault whose refusal depends on the trigger is not as expected when it is accepted', () => {
	const condition = 'if Tolerance is set in the trigger';
	const expected: Expected = { ...refusal, code: 'timestamp_outside_tolerance', condition };
	expect(isAsExpected(expected, { status: 200, body: accepted })).toBe(false);
});

test.each<[string, Answer, string, RegExp]>([
	[
		'a refusal',
		{ status: 401, body: { result: 'refused', code: 'signature_mismatch', hint: 'Compare the secrets.' } },
		'Not accepted: the answer is 401 signature_mismatch.',
		/^Compare the secrets\.$/,
	],
	[
		'an ignored one',
		{ status: 200, body: { result: 'ignored' } },
		'Not accepted: the answer is 200 ignored.',
		/Events/,
	],
	[
		'a duplicate',
		{ status: 200, body: { result: 'duplicate' } },
		'Not accepted: the answer is 200 duplicate.',
		/before/,
	],
	[
		"n8n's own answer",
		{ status: 404, body: { code: 404, message: 'It is not registered.', hint: 'Click Execute.' } },
		'Not accepted: the answer is 404.',
		/^It is not registered\. Click Execute\.$/,
	],
	[
		'a page',
		{ status: 200, body: '<html></html>' },
		'Not accepted: the answer is 200.',
		/see whether the URL is right/,
	],
	['nothing', { status: 502, body: '' }, 'Not accepted: the answer is 502.', /see whether the URL is right/],
	[
		'one who would write into the editor',
		{ status: 400, body: { code: 'x', hint: `<img src="https://x">${'y'.repeat(500)}` } },
		'Not accepted: the answer is 400 x.',
		/^img src="https:\/\/x"y{381}$/,
	],
])('why it was not accepted is told of %s', (_, answer, problem, hint) => {
	expect(refusalOf(answer)).toEqual({ problem, hint: expect.stringMatching(hint) });
});
