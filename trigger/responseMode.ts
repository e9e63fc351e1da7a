import { WEBHOOK_RESOLVERS, type INodeParameters, type IWebhookDescription } from 'n8n-workflow';
import type { Options } from './options';

/** Resolves to `lastNode` where the user has chosen to answer when the last node finishes. */
function whenLastNode(lastNode: string, otherwise: string) {
	return {
		template: `={{ ($parameter["options"] || {})["responseMode"] === "lastNode" ? "${lastNode}" : "${otherwise}" }}`,
		resolve: ({ options }: INodeParameters) =>
			(options as Options | undefined)?.responseMode === 'lastNode' ? lastNode : otherwise,
	};
}

const responseMode = whenLastNode('lastNode', 'onReceived');

// Without it n8n answers with the literal text firstEntryJson, or with items of the workflow.
const responseData = whenLastNode('noData', '');

/**
 * When the sender gets its answer. The user's choice is read by functions, as n8n's own Webhook node does it: an
 * expression would cost every delivery a V8 isolate. n8n has known functions since 2.35; before, it takes the
 * expressions that say the same.
 */
export const response: Partial<IWebhookDescription> = {
	responseMode: responseMode.template,
	responseData: responseData.template,
	// The types are those of a newer n8n than the one that may run this.
	...((WEBHOOK_RESOLVERS as symbol | undefined) && { [WEBHOOK_RESOLVERS]: { responseMode, responseData } }),
};
