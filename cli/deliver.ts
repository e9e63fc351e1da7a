import type { Address } from '../simulator/address';
import { type Answer, noAnswer, readAnswer, TIMEOUT } from '../simulator/answer';
import { masked, masking } from '../simulator/mask';
import { printable } from '../simulator/printable';
import { type Expected, headersOf, type Simulated } from '../simulator/simulate';
import { isAsExpected } from '../simulator/verdict';
import type { Samples, Sealed } from '../webhook/samples';

export const EXIT = { done: 0, otherwise: 1, notDone: 2 } as const;

/**
 * Sends a delivery, and shows what was sent, what was expected and what came back.
 * @returns the exit code
 * @throws Error when there is no answer; it holds nothing but the sentence for the user
 */
export async function deliver(
	samples: Samples,
	{ sealed, expected }: Extract<Simulated, { ok: true }>,
	address: Address,
	print: (text: string) => void,
): Promise<number> {
	print(`${request(address.url, masked(samples, sealed))}\n\nExpected: ${inWords(expected)}\n\n`);
	const answer = await post(samples, sealed, address);
	const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
	const asExpected = isAsExpected(expected, answer);
	print(`As expected: ${asExpected ? 'yes' : 'no'}\nAnswered: ${`${answer.status} ${body}`.trimEnd()}\n`);
	return asExpected ? EXIT.done : EXIT.otherwise;
}

async function post(samples: Samples, sealed: Sealed, address: Address): Promise<Answer> {
	const timeout = AbortSignal.timeout(TIMEOUT);
	const mask = masking(samples, sealed, address);
	try {
		const response = await fetch(address.url, {
			method: 'POST',
			headers: { ...headersOf(sealed), ...address.headers },
			body: sealed.body,
			// Elsewhere is not where the user wanted it sent.
			redirect: 'manual',
			signal: timeout,
		});
		return await readAnswer(response.status, response.body, mask);
	} catch (error) {
		throw new Error(noAnswer(address.url, error, timeout, mask));
	}
}

function inWords(expected: Expected): string {
	if (expected.result === 'refused') {
		return ['refused', expected.status, expected.code, expected.condition].filter(Boolean).join(' ');
	}
	const { statuses, statusesOnTestUrl } = expected;
	const onTestUrl = statusesOnTestUrl ? `, at the Test URL on ${statusesOnTestUrl.join(', ')}` : '';
	return `accepted (by the trigger's default settings on ${statuses.join(', ')}${onTestUrl})`;
}

function request(url: string, { contentType, headers, body }: Sealed): string {
	const all = Object.entries({ 'content-type': contentType, ...headers });
	return printable([`POST ${url}`, ...all.map(([name, value]) => `${name}: ${value}`), '', body].join('\n'));
}
