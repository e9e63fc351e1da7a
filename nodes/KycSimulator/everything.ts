import type { Samples } from '../../webhook/samples';
import { recipeSamples } from '../KycWebhook/samples';
import { allSamples } from './allSamples';

/** Every provider that has a trigger of its own, and every recipe. */
export const everything: readonly Samples[] = [...allSamples, ...recipeSamples];
