import { type Recipe, recipe } from '../../../recipe/schema';
import alloy from './alloy.json';
import fractalId from './fractal-id.json';
import idwise from './idwise.json';
import kycaid from './kycaid.json';
import middesk from './middesk.json';
import ondato from './ondato.json';
import socure from './socure.json';
import unit21 from './unit21.json';

/** Every recipe. Written by `npm run build`, after the files beside it: do not edit. */
export const recipes: readonly Recipe[] = [alloy, fractalId, idwise, kycaid, middesk, ondato, socure, unit21].map(
	(data) => recipe.parse(data),
);
