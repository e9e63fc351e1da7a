import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** A provider's own schema: https://spec.openapis.org/oas. */
export interface OpenApi {
	/** What is wrong with the body of a request, by the schema; null when nothing is. */
	refusalOf(method: string, path: string, body: unknown): string | null;
	/** What is wrong with the body of an answer. */
	answerRefusalOf(method: string, path: string, status: number, body: unknown): string | null;
	/** The names of the query's parameters of an operation; those of an object as `name[inner]`. */
	queryNames(method: string, path: string): string[];
	/** An example of the schema. */
	example(name: string): unknown;
}

interface Parameter {
	readonly $ref?: string;
	readonly in: string;
	readonly name: string;
	readonly schema: { readonly properties?: object; readonly type?: string };
}

/** @param name of the file in `test/fixtures/openapi` */
export function openApi(name: string): OpenApi {
	const document = JSON.parse(readFileSync(`test/fixtures/openapi/${name}.json`, 'utf8'));
	const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
	addFormats(ajv);
	ajv.addSchema(document, name);
	const operation = (method: string, path: string) => `#/paths/${escaped(path)}/${method.toLowerCase()}`;
	const check = (pointer: string, body: unknown) =>
		ajv.validate({ $ref: `${name}${pointer}` }, body) ? null : ajv.errorsText();
	return {
		refusalOf: (method, path, body) =>
			check(`${operation(method, path)}/requestBody/content/application~1json/schema`, body),
		answerRefusalOf: (method, path, status, body) =>
			check(`${operation(method, path)}/responses/${status}/content/application~1json/schema`, body),
		queryNames(method, path) {
			const parameters: Parameter[] = document.paths[path][method.toLowerCase()].parameters;
			return parameters
				.map((one) =>
					one.$ref ? (document.components.parameters[String(one.$ref.split('/').at(-1))] as Parameter) : one,
				)
				.filter((one) => one.in === 'query')
				.flatMap(({ name: query, schema }) =>
					schema.properties ? Object.keys(schema.properties).map((inner) => `${query}[${inner}]`) : [query],
				);
		},
		example: (example) => structuredClone(document.components.examples[example].value),
	};
}

/** A step of a JSON pointer: RFC 6901, section 3, in a URI. */
function escaped(path: string): string {
	return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
