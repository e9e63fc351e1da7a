import { until } from './poll.mjs';
import { RestError } from './rest.mjs';

/**
 * Activates a workflow whose trigger must not run. Since 2.40, n8n activates behind the answer, five times in 15 seconds
 * and more: the error stands in the publication status.
 * @param {import('./rest.mjs').Rest} n8n signed in
 * @param {string} workflowId
 * @returns {Promise<{ atOnce: boolean, seconds: number, message: string }>} `atOnce`: in the answer to the activation
 * @throws when nothing says that it is refused
 */
export async function refusedActivation(n8n, workflowId) {
	const begin = Date.now();
	const since = () => Math.round((Date.now() - begin) / 1000);
	const answer = await n8n.api('POST', `/api/v1/workflows/${workflowId}/activate`).catch((error) => error);
	if (answer instanceof RestError) return { atOnce: true, seconds: since(), message: answer.body.message };
	const reported = async () => {
		const { triggers } = await n8n.rest('GET', `/rest/workflows/${workflowId}/publication-status`);
		return triggers?.find(({ errorMessage }) => errorMessage)?.errorMessage;
	};
	const message = await until(reported, { otherwise: () => 'The activation was not refused.' });
	return { atOnce: false, seconds: since(), message };
}
