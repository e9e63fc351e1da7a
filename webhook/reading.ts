import type { KycEvent } from './event';
import type { Outcome } from './outcome';

/** What a resource of the provider says of a verification, whether a webhook brought it or its API answered it. */
export interface Reading
	extends
		Outcome,
		Pick<KycEvent, 'environment' | 'check' | 'providerStatus' | 'verificationId' | 'externalId' | 'subject'> {}
