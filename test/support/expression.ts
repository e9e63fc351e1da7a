/**
 * What n8n makes of an expression that reads nothing but parameters.
 * @param expression whole, as in `={{ $parameter["events"] }}`
 */
export function evaluated<Result>(expression: string, parameters: object): Result {
	const [, code = ''] = /^=\{\{(.*)\}\}$/s.exec(expression) ?? [];
	// n8n takes the first two closing braces for the end.
	if (code === '' || code.includes('}}')) throw new Error(`n8n does not read all of ${expression}`);
	return new Function('$parameter', `return ${code}`)(parameters);
}
