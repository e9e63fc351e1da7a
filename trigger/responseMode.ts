import { WEBHOOK_RESOLVERS, type INodeParameters, type IWebhookDescription } from 'n8n-workflow';
import type { Options } from './options';

/** Resolves to `lastNode` where the user has chosen to answer when the last node finishes. */
function whenLastNode(lastNode: string, otherwise: string) {
	return {
		template: otherwise,
		resolve: ({ options }: INodeParameters) =>
			(options as Options | undefined)?.responseMode === 'lastNode' ? lastNode : otherwise,
	};
}

const responseMode = whenLastNode('lastNode', 'onReceived');

// Without it n8n answers with the literal text firstEntryJson, or with items of the workflow.
const responseData = whenLastNode('noData', '');

/**
 * When the sender gets its answer. The user's choice is read by functions, as n8n's own Webhook node does it: an
 * expression would cost every delivery a V8 isolate. An n8n that does not know them answers immediately.
 */
export const response = {
	responseMode: responseMode.template,
	responseData: responseData.template,
	[WEBHOOK_RESOLVERS]: { responseMode, responseData },
} satisfies Partial<IWebhookDescription>;
