import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://developer.truora.com. */
export const events: readonly EventOption[] = [
	{
		name: 'Identity Process',
		value: 'identity_process',
		decides: true,
		description: 'A digital identity process as a whole: begun, succeeded, failed or decided anew',
	},
	{
		name: 'Background Check',
		value: 'check',
		description: 'A background check ends with a score, not with a decision',
	},
	{
		name: 'Continuous Check',
		value: 'continuous_check',
		description: 'Monitoring has found a change, which decides nothing',
	},
	{ name: 'Conversation', value: 'conversation' },
	{ name: 'Decision Variables', value: 'decision_variables' },
	{
		name: 'Document Validation',
		value: 'document_validation',
		description: 'A part of an identity process; it decides nothing',
	},
	{ name: 'Electronic Signature', value: 'electronic_signature' },
	{ name: 'Email Verification', value: 'email_verification' },
	{ name: 'Enterprise Data Validation', value: 'enterprise_data' },
	{
		name: 'Face Recognition',
		value: 'face_recognition',
		description: 'A part of an identity process; it decides nothing',
	},
	{ name: 'Face Search', value: 'face_search' },
	{ name: 'Identity Flow', value: 'identity_flow' },
	{ name: 'Identity Questions', value: 'identity_questions' },
	{ name: 'Inbound Message', value: 'inbound_message' },
	{ name: 'Outbound Message', value: 'outbound_message' },
	{ name: 'Phone Verification', value: 'phone_verification' },
	{ name: 'Signal', value: 'signal' },
	{ name: 'Step', value: 'step', description: 'One step of a digital identity process; it decides nothing' },
	{ name: 'TruConnect', value: 'truconnect' },
	{ name: 'Truface', value: 'truface' },
	{ name: 'Voice Recognition', value: 'voice_recognition' },
	{ name: 'WhatsApp', value: 'whatsapp' },
];
