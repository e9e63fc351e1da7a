import { type Recipe, recipe } from '../../../recipe/schema';
import kycaid from './kycaid.json';
import middesk from './middesk.json';

/** Every recipe. Written by `npm run build`, after the files beside it: do not edit. */
export const recipes: readonly Recipe[] = [kycaid, middesk].map((data) => recipe.parse(data));
