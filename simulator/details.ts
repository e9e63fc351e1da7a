import type { DetailName, SampleDetails } from '../webhook/samples';

/** Details as a person filled them in: what was left empty is not asked for. */
export function detailsOf({ externalId, ...about }: Readonly<Partial<Record<DetailName, string>>>): SampleDetails {
	const subject = Object.fromEntries(Object.entries(about).filter(([, text]) => text));
	return { ...(externalId && { externalId }), subject };
}
