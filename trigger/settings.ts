import type { INode } from 'n8n-workflow';

/**
 * What n8n's own Settings tab must not say of a trigger.
 * @returns one sentence that says what to do; null when nothing is wrong
 */
export function settingsProblem({ executeOnce }: Pick<INode, 'executeOnce'>): string | null {
	return executeOnce
		? 'Switch off Execute Once in the Settings of this node: it keeps only the first event of a delivery and drops the others.'
		: null;
}
