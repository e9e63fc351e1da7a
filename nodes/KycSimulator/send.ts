import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { detailsOf } from '../../simulator/details';
import { headersOf, isWebUrl, simulate, type Wish } from '../../simulator/simulate';
import type { Sealed } from '../../webhook/samples';
import { allSamples } from './allSamples';
import { NO_FAULT } from './parameters';

/** Milliseconds: a provider does not wait longer either. */
const TIMEOUT = 30_000;

/**
 * Sends the delivery that one item asks for.
 * @returns what was answered, what a trigger with the same credential answers, and what was sent; no secret
 * @throws NodeOperationError when it cannot be made, whatever n8n throws when it cannot be sent
 */
export async function sendDelivery(context: IExecuteFunctions, index: number): Promise<IDataObject> {
	const id = context.getNodeParameter('provider', index) as string;
	const url = String(context.getNodeParameter('url', index)).trim();
	const samples = allSamples.find(({ provider }) => provider.id === id);
	const refuse = (problem: string) => new NodeOperationError(context.getNode(), problem, { itemIndex: index });
	if (!samples) throw refuse(`There is no provider ${id}.`);
	if (!isWebUrl(url))
		throw refuse('The URL is not one of HTTP: copy the Test URL or the Production URL of the trigger.');

	const credential = await context.getCredentials<IDataObject>(samples.provider.credential.type, index);
	const simulated = await simulate(samples, wishOf(context, index), credential, Date.now());
	if (!simulated.ok) throw refuse(simulated.problem);
	const { sealed, expected } = simulated;
	return {
		answer: await post(context, url, sealed),
		expected: { ...expected } as IDataObject,
		sent: { url, contentType: sealed.contentType, headers: { ...sealed.headers }, body: sealed.body },
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

async function post(context: IExecuteFunctions, url: string, sealed: Sealed): Promise<IDataObject> {
	const { statusCode, body } = (await context.helpers.httpRequest({
		method: 'POST',
		url,
		headers: headersOf(sealed),
		// Bytes are sent as they are.
		body: Buffer.from(sealed.body),
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// Elsewhere is not where the user wanted it sent.
		disableFollowRedirect: true,
		timeout: TIMEOUT,
	})) as { statusCode: number; body: IDataObject | string };
	return { status: statusCode, body };
}
