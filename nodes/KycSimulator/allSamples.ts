import type { Samples } from '../../webhook/samples';
import { samples as complyCube } from '../ComplyCube/samples';
import { samples as didit } from '../Didit/samples';
import { samples as footprint } from '../Footprint/samples';
import { samples as humanos } from '../Humanos/samples';
import { samples as idenfy } from '../Idenfy/samples';
import { samples as onfido } from '../Onfido/samples';
import { samples as passbase } from '../Passbase/samples';
import { samples as persona } from '../Persona/samples';
import { samples as shuftiPro } from '../ShuftiPro/samples';
import { samples as stripeIdentity } from '../StripeIdentity/samples';
import { samples as sumsub } from '../Sumsub/samples';
import { samples as truora } from '../Truora/samples';
import { samples as trusthub } from '../Trusthub/samples';
import { samples as trustSwiftly } from '../TrustSwiftly/samples';
import { samples as veriff } from '../Veriff/samples';

/** Every provider. Written by `npm run build`, after the triggers that package.json names: do not edit. */
export const allSamples: readonly Samples[] = [
	complyCube,
	didit,
	footprint,
	humanos,
	idenfy,
	onfido,
	passbase,
	persona,
	shuftiPro,
	stripeIdentity,
	sumsub,
	truora,
	trusthub,
	trustSwiftly,
	veriff,
];
