import { rest } from './n8n';

interface PublicationStatus {
	readonly status: string;
	readonly triggers?: { errorMessage?: string }[];
}

/** n8n activates behind the answer: the error stands in the publication status. */
export async function activationError(workflowId: string): Promise<string> {
	const { versionId } = await rest('GET', `/rest/workflows/${workflowId}`);
	await rest('POST', `/rest/workflows/${workflowId}/activate`, { versionId }).catch(() => {});
	for (let attempt = 0; attempt < 500; attempt++) {
		const { triggers }: PublicationStatus = await rest('GET', `/rest/workflows/${workflowId}/publication-status`);
		const message = triggers?.find(({ errorMessage }) => errorMessage)?.errorMessage;
		if (message) return message;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('The activation brought no error.');
}
