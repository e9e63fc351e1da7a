import { OUTPUTS } from '../../test/host/workflow.mjs';

/**
 * An outcome as the tables of the pages write it: the output, and why.
 * @param {import('../../webhook/outcome').Outcome} outcome
 * @returns {string} Markdown
 */
export function labelOf({ status, reason, decidedBy }) {
	const output = OUTPUTS.find((one) => one.toLowerCase() === status);
	const why = [reason, decidedBy].filter(Boolean).join(', ');
	return why ? `**${output}**, *${why}*` : `**${output}**`;
}
