import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { SeenEvents } from '../webhook/duplicates';
import type { Provider } from '../webhook/provider';
import { receive, type Settings } from '../webhook/receive';
import { httpStatusOf } from '../webhook/refusal';
import { RefusalTally } from '../webhook/refusalTally';
import type { Options } from './options';
import type { RefusalReport } from './refusalReport';

/** Event ids that one n8n process remembers, for all triggers together. */
const SEEN_EVENTS = 100_000;

const seenEvents = new SeenEvents(SEEN_EVENTS);
const refusals = new RefusalTally();

/** n8n's `webhook()` of every trigger: answers the delivery, and starts the workflow when it is accepted. */
export async function receiveDelivery<Name extends string>(
	context: IWebhookFunctions,
	provider: Provider<Name>,
): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const answer = (httpStatus: number, body: object): IWebhookResponseData => {
		response.status(httpStatus).json(body);
		return { noWebhookResponse: true };
	};
	const node = context.getNode();
	const scope = `${context.getWorkflow().id} ${node.id}`;
	const now = Date.now();
	const request = context.getRequestObject();
	const options = context.getNodeParameter('options', {}) as Options;

	const result = await receive(provider, {
		request,
		credential: await readCredential(context, provider.credential.type),
		settings: settingsOf(context, provider, options),
		// Who tests a workflow wants to see the same event again.
		seenEvents:
			context.getMode() !== 'manual' && (options.ignoreDuplicates ?? true) ? { store: seenEvents, scope } : null,
		now,
	});

	if (!result.ok) {
		context.logger.warn(`Refused a ${provider.displayName} delivery at the node "${node.name}": ${result.code}`);
		const answered = answer(httpStatusOf(result), { result: 'refused', code: result.code, hint: result.hint });
		const count = options.refusedOutput ? refusals.add(`${scope} ${result.code}`, now) : null;
		if (count === null) return answered;
		const report: RefusalReport = {
			provider: provider.id,
			code: result.code,
			hint: result.hint,
			count,
			receivedAt: new Date(now).toISOString(),
			senderAddress: request.ip ?? null,
			headerNames: Object.keys(request.headers),
		};
		return { ...answered, workflowData: [[{ json: { ...report } }]] };
	}
	if (result.result !== 'accepted') return answer(200, { result: result.result });

	const { claim, events } = result;
	const settle = () => claim?.settle(response.writableFinished && response.statusCode === 200);
	// n8n answers 200 only once the execution is created or queued; until then the event may be lost.
	if (response.closed) settle();
	else response.once('close', settle);
	return {
		// `putOut` takes the first output for its input.
		workflowData: [events.map((event) => ({ json: event as IDataObject }))],
		webhookResponse: { result: 'accepted', eventIds: events.map(({ eventId }) => eventId) },
	};
}

/** @returns null when there is no credential or n8n cannot decrypt it */
async function readCredential(context: IWebhookFunctions, type: string): Promise<IDataObject | null> {
	try {
		return await context.getCredentials<IDataObject>(type);
	} catch {
		return null;
	}
}

function settingsOf<Name extends string>(
	context: IWebhookFunctions,
	{ tolerance = 0, parameters = [] }: Provider<Name>,
	options: Options,
): Settings {
	return {
		events: context.getNodeParameter('events', ['*']) as string[],
		tolerance: options.tolerance ?? tolerance,
		includePayload: options.includePayload ?? true,
		parameters: Object.fromEntries(parameters.map((name) => [name, context.getNodeParameter(name, null)])),
	};
}
