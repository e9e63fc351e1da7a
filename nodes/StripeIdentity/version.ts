/** The version of Stripe's API that is asked for; without one, it is that of the account: https://docs.stripe.com/api/versioning. */
export const API_VERSION = '2026-10-28.endive';
