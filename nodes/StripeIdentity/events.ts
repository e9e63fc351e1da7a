import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.stripe.com/api/events/types. */
export const events: readonly EventOption[] = [
	{
		name: 'Verification Session Verified',
		value: 'identity.verification_session.verified',
		decides: true,
		description: 'The person is approved',
	},
	{
		name: 'Verification Session Requires Input',
		value: 'identity.verification_session.requires_input',
		decides: true,
		description:
			'The person is too young or a reviewer took a verification back: rejected. An attempt failed, or nothing has begun: pending.',
	},
	{
		name: 'Verification Session Canceled',
		value: 'identity.verification_session.canceled',
		description: 'The session was canceled; nobody has decided',
	},
	{ name: 'Verification Session Created', value: 'identity.verification_session.created' },
	{
		name: 'Verification Session Processing',
		value: 'identity.verification_session.processing',
		description: 'The person has handed in everything; nobody has decided yet',
	},
	{
		name: 'Verification Session Redacted',
		value: 'identity.verification_session.redacted',
		description: 'The data of the session was deleted; that decides nothing',
	},
];
