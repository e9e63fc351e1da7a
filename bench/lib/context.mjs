/**
 * @typedef {object} Context what every part gets
 * @property {import('../../test/host/installSteps.mjs').Host} host
 * @property {string} packageDir this package as a user gets it, unpacked
 * @property {import('../../scripts/lib/providers.mjs').ProviderNode[]} providers
 * @property {string} folder for what a part writes; deleted at the end
 * @property {number} rounds
 * @property {(count: number) => number} effort how many to take instead, when less is wanted of everything
 * @property {Set<{ remove(): Promise<void> }>} beds everything started, to be removed at the end
 */

export {};
