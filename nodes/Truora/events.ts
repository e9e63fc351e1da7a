import type { EventOption } from '../../trigger/events';

const PART = 'Part of a process; it decides nothing';
const NEWS = 'It decides nothing';

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
	{ name: 'Conversation', value: 'conversation', description: NEWS },
	{ name: 'Decision Variables', value: 'decision_variables', description: NEWS },
	{
		name: 'Document Validation',
		value: 'document_validation',
		description: PART,
	},
	{ name: 'Electronic Signature', value: 'electronic_signature', description: PART },
	{ name: 'Email Verification', value: 'email_verification', description: PART },
	{ name: 'Enterprise Data Validation', value: 'enterprise_data', description: PART },
	{
		name: 'Face Recognition',
		value: 'face_recognition',
		description: PART,
	},
	{ name: 'Face Search', value: 'face_search', description: PART },
	{ name: 'Identity Flow', value: 'identity_flow', description: NEWS },
	{ name: 'Identity Questions', value: 'identity_questions', description: PART },
	{ name: 'Inbound Message', value: 'inbound_message', description: NEWS },
	{ name: 'Outbound Message', value: 'outbound_message', description: NEWS },
	{ name: 'Phone Verification', value: 'phone_verification', description: PART },
	{ name: 'Signal', value: 'signal', description: NEWS },
	{ name: 'Step', value: 'step', description: 'One step of a digital identity process; it decides nothing' },
	{ name: 'TruConnect', value: 'truconnect', description: NEWS },
	{ name: 'Truface', value: 'truface', description: PART },
	{ name: 'Voice Recognition', value: 'voice_recognition', description: PART },
	{ name: 'WhatsApp', value: 'whatsapp', description: NEWS },
];
