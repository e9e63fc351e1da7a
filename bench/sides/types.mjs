/**
 * @typedef {object} Request
 * @property {string} path below the URL of n8n
 * @property {Readonly<Record<string, string>>} headers
 * @property {string} body
 */

/**
 * @typedef {object} Member a workflow, and what is sent to it
 * @property {{ id: string }} workflow for `Instance.load`
 * @property {{ id: string, name: string, type: string, data: Record<string, unknown> }} [credential] for `Instance.load`
 * @property {() => Promise<Request>} next a valid delivery, distinct from all before
 * @property {() => Promise<Request>} [forged] one that must be answered 401; absent where nothing is verified
 * @property {string} [accepted] what stands in the answer to each valid one
 */

/**
 * @typedef {object} Side what is compared with others: one workflow, or several that take turns
 * @property {string} name
 * @property {Member[]} members
 */

export {};
