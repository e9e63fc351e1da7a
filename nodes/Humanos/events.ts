import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.humanos.id/essentials/webhooks-intro. */
export const events: readonly EventOption[] = [
	{ name: 'Identity', value: 'identity', decides: true, description: 'An identity verification has ended' },
	{
		name: 'Credential',
		value: 'credential',
		decides: true,
		description: 'A person accepted or rejected a consent, form, signature or mandate',
	},
	{
		name: 'Before 2026: Process Completed',
		value: 'process.completed',
		decides: true,
		description: 'A process has ended',
	},
	{
		name: 'Before 2026: Consent Completed',
		value: 'process.consent.completed',
		decides: true,
		description: 'A person answered a request for consent',
	},
	{
		name: 'Before 2026: Form Filled',
		value: 'process.form.filled',
		decides: true,
		description: 'A person filled in a form',
	},
	{
		name: 'Before 2026: Form Rejected',
		value: 'process.form.rejected',
		decides: true,
		description: 'A person rejected a form',
	},
	{
		name: 'Before 2026: KYC Completed',
		value: 'process.kyc.completed',
		decides: true,
		description: 'An identity verification has ended',
	},
	{
		name: 'Before 2026: Professional Signature Completed',
		value: 'process.signature.professional.completed',
		decides: true,
		description: 'Who signs for the organization can reject, but approves nobody',
	},
	{
		name: 'Before 2026: Signature Completed',
		value: 'process.signature.completed',
		decides: true,
		description: 'A document was signed or refused',
	},
	{
		name: 'Before 2026: User Signature Completed',
		value: 'process.signature.user.completed',
		decides: true,
		description: 'A person signed or refused a document',
	},
	{ name: 'OTP Failed', value: 'otp.failed', description: 'A one-time password could not be delivered' },
	{ name: 'Test', value: 'test', description: 'A test of the webhook' },
];
