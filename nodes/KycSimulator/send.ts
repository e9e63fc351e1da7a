import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { addressOf, NO_ADDRESS, type Address } from '../../simulator/address';
import { type Answer, noAnswer, readAnswer, TIMEOUT } from '../../simulator/answer';
import { detailsOf } from '../../simulator/details';
import { masked, masking } from '../../simulator/mask';
import { headersOf, simulate, type Wish } from '../../simulator/simulate';
import { isAccepted, isAsExpected, refusalOf } from '../../simulator/verdict';
import { maySimulate, simulatorPermission } from '../../trigger/simulatorPermission';
import type { Samples, Sealed } from '../../webhook/samples';
import { everything } from './everything';
import { NO_FAULT } from './parameters';

/**
 * Sends the delivery that one item asks for.
 * @returns whether the answer is what a trigger with the same credential answers, both answers, and what was sent; no
 * secret, and nothing that could be sent again as a valid delivery
 * @throws NodeOperationError when it cannot be made or sent, and when it has no fault and is not accepted all the same
 */
export async function sendDelivery(context: IExecuteFunctions, index: number): Promise<IDataObject> {
	const id = context.getNodeParameter('provider', index) as string;
	const address = addressOf(String(context.getNodeParameter('url', index)).trim());
	const samples = everything.find(({ provider }) => provider.id === id);
	const refuse = (problem: string, description?: string) =>
		new NodeOperationError(context.getNode(), problem, { itemIndex: index, description });
	if (!samples) throw refuse(`There is no provider ${id}.`);
	if (!address) throw refuse(`The URL ${NO_ADDRESS}`);

	const credential = await context.getCredentials<IDataObject>(samples.provider.credential.type, index);
	if (!maySimulate(credential)) {
		throw refuse(
			`The credential does not let the KYC Simulator sign: switch on "${simulatorPermission.displayName}" in it.`,
			'It is off at first, since anyone who may use the credential can then send false approvals.',
		);
	}
	const simulated = await simulate(samples, wishOf(context, index), credential, Date.now());
	if (!simulated.ok) throw refuse(simulated.problem);

	const { sealed, expected } = simulated;
	const answered = await post(context, address, samples, sealed);
	if (!answered.ok) throw refuse(answered.problem);
	const { answer } = answered;
	if (expected.result === 'accepted' && !isAccepted(answer)) {
		const { problem, hint } = refusalOf(answer);
		throw refuse(problem, hint);
	}
	return {
		asExpected: isAsExpected(expected, answer),
		answer: { ...answer } as IDataObject,
		expected: { ...expected } as IDataObject,
		sent: { url: address.url, ...masked(samples, sealed) },
	};
}

function wishOf(context: IExecuteFunctions, index: number): Wish {
	const fault = context.getNodeParameter('fault', index, NO_FAULT) as string;
	return {
		event: context.getNodeParameter('event', index) as string,
		// Where an expression names an event that there is not, there is no parameter either.
		status: context.getNodeParameter('status', index, '') as string,
		details: detailsOf(context.getNodeParameter('details', index, {}) as Record<string, string>),
		furtherEvents: [context.getNodeParameter('furtherEvents', index, []) as string | string[]].flat(),
		...(fault !== NO_FAULT && { fault }),
	};
}

async function post(
	context: IExecuteFunctions,
	address: Address,
	samples: Samples,
	sealed: Sealed,
): Promise<{ ok: true; answer: Answer } | { ok: false; problem: string }> {
	const timeout = AbortSignal.timeout(TIMEOUT);
	const mask = masking(samples, sealed, address);
	try {
		const { statusCode, body } = (await context.helpers.httpRequest({
			method: 'POST',
			url: address.url,
			headers: { ...headersOf(sealed), ...address.headers },
			// Bytes are sent as they are.
			body: Buffer.from(sealed.body),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Elsewhere is not where the user wanted it sent.
			disableFollowRedirect: true,
			encoding: 'stream',
			abortSignal: timeout,
		})) as { statusCode: number; body: AsyncIterable<Uint8Array> };
		return { ok: true, answer: await readAnswer(statusCode, body, mask) };
	} catch (error) {
		return { ok: false, problem: noAnswer(address.url, error, timeout, mask) };
	}
}
