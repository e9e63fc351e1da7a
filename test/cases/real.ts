import type { IDataObject } from 'n8n-workflow';
import real from './real.json';

/** What a sender really sends, and the right outcome. `items: null` is not looked at. */
export interface Case {
	readonly id: string;
	readonly what: string;
	/** The clock at which its timestamps are fresh, in milliseconds. */
	readonly now: number;
	readonly node: string;
	readonly credentialType: string;
	readonly credential: IDataObject;
	readonly params: IDataObject;
	readonly sends: readonly {
		readonly headers: Readonly<Record<string, string>>;
		/** Base64 of the raw bytes. */
		readonly body: string;
		readonly expect: {
			readonly http: number | readonly number[];
			readonly result?: string;
			readonly code?: string | null;
			readonly items: readonly (readonly [output: string, fields: Readonly<Record<string, unknown>>])[] | null;
		};
	}[];
}

export const realCases = real as unknown as readonly Case[];

/**
 * @param path as in `subject.email`
 * @returns what stands there; undefined where nothing does
 */
export function at(item: unknown, path: string): unknown {
	return path.split('.').reduce((value, key) => (value as IDataObject | null | undefined)?.[key], item);
}
