import type { INodePropertyOptions } from 'n8n-workflow';

/** The events that can be chosen: https://docs.stripe.com/api/events/types. */
export const events: INodePropertyOptions[] = [
	{ name: 'Verification Session Canceled', value: 'identity.verification_session.canceled' },
	{ name: 'Verification Session Created', value: 'identity.verification_session.created' },
	{ name: 'Verification Session Processing', value: 'identity.verification_session.processing' },
	{ name: 'Verification Session Redacted', value: 'identity.verification_session.redacted' },
	{
		name: 'Verification Session Requires Input',
		value: 'identity.verification_session.requires_input',
		description: 'The person has not begun, an attempt failed, or a reviewer took a verification back',
	},
	{ name: 'Verification Session Verified', value: 'identity.verification_session.verified' },
];
