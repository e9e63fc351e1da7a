/**
 * What stands below a node on the canvas: the names of what is chosen, such as "Get Many: Verification". What has no
 * name here, such as the value of an expression, stands there as it is.
 * @param names of the values
 * @param parameters whose values are shown, in this order
 */
export function subtitleOf(
	names: Readonly<Record<string, string>>,
	...parameters: readonly string[]
): `={{${string}}}` {
	const values = parameters.map((name) => `$parameter["${name}"]`).join(', ');
	return `={{ ((names, values) => values.map((value) => names[value] || value).join(": "))(${JSON.stringify(names)}, [${values}]) }}`;
}
