import { until } from '../host/poll.mjs';
import type { Rest } from '../host/rest.mjs';

interface PublicationStatus {
	readonly triggers?: readonly { errorMessage?: string }[];
}

/** n8n activates behind the answer, five times in 15 seconds and more: the error stands in the publication status. */
export async function activationError(n8n: Rest, workflowId: string): Promise<string> {
	const { versionId } = await n8n.rest('GET', `/rest/workflows/${workflowId}`);
	await n8n.rest('POST', `/rest/workflows/${workflowId}/activate`, { versionId }).catch(() => {});
	const message = async () => {
		const { triggers }: PublicationStatus = await n8n.rest('GET', `/rest/workflows/${workflowId}/publication-status`);
		return triggers?.find(({ errorMessage }) => errorMessage)?.errorMessage;
	};
	return until(message, { otherwise: () => 'The activation brought no error.' });
}
