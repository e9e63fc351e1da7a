import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { SeenEvents } from '../webhook/duplicates';
import { statuses, type Status } from '../webhook/event';
import { LatestEvents } from '../webhook/latestEvents';
import type { Provider } from '../webhook/provider';
import { receive, type Result, type Settings } from '../webhook/receive';
import { httpStatusOf, refuse, type Refusal } from '../webhook/refusal';
import { RefusalTally } from '../webhook/refusalTally';
import { onAnswered } from './answer';
import { quoted } from './log';
import type { Options } from './options';
import { type RefusalReport, tagged } from './refusalReport';
import { isAutomatic, issuedSecrets, type RegisteringApi } from './registration';
import { settingsProblem } from './settings';

/** What one n8n process remembers, of events and of verifications each. */
const CAPACITY = { perScope: 20_000, total: 100_000 };

const seenEvents = new SeenEvents(CAPACITY);
const latestEvents = new LatestEvents(CAPACITY);
const refusals = new RefusalTally();

/**
 * n8n's `webhook()` of every trigger: answers the delivery, and starts the workflow when it is accepted.
 * @param api knows the secrets, where it has registered the webhook
 */
export async function receiveDelivery<Name extends string>(
	context: IWebhookFunctions,
	provider: Provider<Name>,
	api?: RegisteringApi,
): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const answer = (httpStatus: number, body: object): IWebhookResponseData => {
		response.status(httpStatus).json(body);
		return { noWebhookResponse: true };
	};
	const now = Date.now();
	const result = await receiveUnder(context, provider, api, now);
	if (!result.ok) {
		const answered = answer(httpStatusOf(result), { result: 'refused', code: result.code, hint: result.hint });
		const report = reportOf(context, provider, result, now);
		return report === null ? answered : { ...answered, workflowData: [[tagged(report)]] };
	}
	if (result.result !== 'accepted') return answer(200, { result: result.result });

	const { events, settle, abandon } = result;
	onAnswered(
		response,
		// n8n answers 200 only once the execution is created or queued; until then the event may be lost.
		(httpStatus) => settle(httpStatus === 200),
		abandon,
	);
	return {
		// `putOut` takes the first output for its input.
		workflowData: [events.map((event) => ({ json: event as IDataObject }))],
		webhookResponse: { result: 'accepted', events: events.length },
	};
}

/** @param now milliseconds */
async function receiveUnder<Name extends string>(
	context: IWebhookFunctions,
	provider: Provider<Name>,
	api: RegisteringApi | undefined,
	now: number,
): Promise<Result> {
	const problem = settingsProblem(context.getNode()) ?? provider.problem ?? null;
	if (problem !== null) return refuse('settings_unsafe', 'The trigger in n8n must not run; its log says why.', problem);
	const issuing = api && isAutomatic(context) ? api : null;
	const credential = issuing
		? await issuedSecrets(context, issuing)
		: await readCredential(context, provider.credential.type);
	if (issuing && credential === null) {
		return refuse(
			'credential_invalid',
			'The credential in n8n cannot work; the log of n8n says why.',
			'The secret of the registered webhook is not known: unpublish the workflow and publish it again.',
		);
	}
	const options = context.getNodeParameter('options', {}) as Options;
	const isTest = isListening(context);
	return await receive(provider, {
		request: context.getRequestObject(),
		credential,
		settings: settingsOf(context, provider, options, isTest),
		scope: scopeOf(context),
		// Who tests a workflow wants to see the same event again.
		seenEvents: !isTest && (options.ignoreDuplicates ?? true) ? seenEvents : null,
		latestEvents: !isTest && options.lateEvents !== 'keep' ? latestEvents : null,
		now,
	});
}

/** Whether a person listens for a test event in the editor: the delivery has come to the Test URL. */
function isListening(context: IWebhookFunctions): boolean {
	return context.getMode() === 'manual';
}

function scopeOf(context: IWebhookFunctions): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
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
	isTest: boolean,
): Settings {
	return {
		events: context.getNodeParameter('events', ['*']) as string[],
		statuses: context.getNodeParameter('statuses', [...statuses]) as Status[],
		testsAreLive: isTest || options.testDeliveries === 'live',
		tolerance: options.tolerance ?? tolerance,
		includePayload: options.includePayload ?? true,
		parameters: Object.fromEntries(
			parameters.map((name) => [name, context.getNodeParameter(name, null) ?? options[name] ?? null]),
		),
	};
}

/**
 * Logs a refusal.
 * @returns the report to put out, when it is wanted and due: once a minute for each code, on Refused and in the editor,
 * whose listening it ends
 */
function reportOf<Name extends string>(
	context: IWebhookFunctions,
	{ id, displayName }: Provider<Name>,
	{ code, hint, detail }: Refusal,
	now: number,
): RefusalReport | null {
	const because = detail === undefined ? '' : ` (${detail})`;
	context.logger.warn(
		`Refused a delivery of ${displayName} at the node ${quoted(context.getNode().name)}: ${code}${because}`,
	);
	const { refusedOutput } = context.getNodeParameter('options', {}) as Options;
	const isWanted = refusedOutput || isListening(context);
	const count = isWanted ? refusals.add(`${scopeOf(context)} ${context.getMode()} ${code}`, now) : null;
	if (count === null) return null;
	const request = context.getRequestObject();
	return {
		provider: id,
		code,
		hint: detail ?? hint,
		count,
		receivedAt: new Date(now).toISOString(),
		senderAddress: request.ip ?? null,
		headerNames: Object.keys(request.headers),
	};
}
