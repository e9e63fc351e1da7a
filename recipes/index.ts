import { type Recipe, recipe } from '../recipe/schema';
import { data } from './data';

/** Every recipe. */
export const recipes: readonly Recipe[] = data.map((one) => recipe.parse(one));
