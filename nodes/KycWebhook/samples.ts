import { samplesBy } from '../../recipe/provider';
import type { Samples } from '../../webhook/samples';
import { recipes } from '../../recipes';

/** The sending side of every recipe. */
export const recipeSamples: readonly Samples[] = recipes.map(samplesBy);
