import type { Answer, Told } from '../../simulator/answer';
import type { Expected } from '../../simulator/simulate';
import { isAccepted, isAsExpected, refusalOf } from '../../simulator/verdict';

const acceptance: Expected = { result: 'accepted', statuses: ['approved', 'pending'] };
const refusal: Expected = { result: 'refused', status: 401, code: 'signature_mismatch' };
const accepted: Told = { result: 'accepted', events: 2 };

test.each<[string, Expected, Answer, boolean, boolean]>([
	['all accepted', acceptance, { status: 200, body: accepted }, true, true],
	['accepted when the last node finished', acceptance, { status: 200, body: '' }, true, true],
	['only some of it selected', acceptance, { status: 200, body: { ...accepted, events: 1 } }, false, true],
	['ignored', acceptance, { status: 200, body: { result: 'ignored' } }, false, false],
	['a duplicate', acceptance, { status: 200, body: { result: 'duplicate' } }, false, false],
	['refused', acceptance, { status: 401, body: { result: 'refused', code: 'signature_mismatch' } }, false, false],
	['accepted by words alone', acceptance, { status: 500, body: accepted }, false, false],
	['what is no answer of a trigger', acceptance, { status: 200, body: 'not the answer …' }, false, false],
	['nothing, with an error', acceptance, { status: 502, body: '' }, false, false],
	['led elsewhere', acceptance, { status: 302, body: '' }, false, false],
	['the refusal', refusal, { status: 401, body: { result: 'refused', code: 'signature_mismatch' } }, true, false],
	['another refusal', refusal, { status: 401, body: { result: 'refused', code: 'signature_missing' } }, false, false],
	[
		'the code with another status',
		refusal,
		{ status: 200, body: { result: 'refused', code: 'signature_mismatch' } },
		false,
		false,
	],
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
		{ status: 404, body: 'not the answer of a trigger: 96 bytes, not shown' },
		'Not accepted: the answer is 404.',
		/^Perhaps the workflow is not published, or the editor does not listen for a test event\.$/,
	],
	[
		'a page',
		{ status: 200, body: 'not the answer of a trigger: 13 bytes, not shown' },
		'Not accepted: the answer is 200.',
		/see whether the URL is right/,
	],
	['nothing', { status: 502, body: '' }, 'Not accepted: the answer is 502.', /see whether the URL is right/],
	[
		'one who would write into the editor',
		{ status: 400, body: { result: 'refused', hint: '<img src="https://x">y' } },
		'Not accepted: the answer is 400 refused.',
		/^img src="https:\/\/x"y$/,
	],
])('why it was not accepted is told of %s', (_, answer, problem, hint) => {
	expect(refusalOf(answer)).toEqual({ problem, hint: expect.stringMatching(hint) });
});
