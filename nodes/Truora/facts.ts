import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { kindOf } from './kinds';
import { outcomeByAction, outcomeByFailure, outcomeByOverride, outcomeOf, type Statuses } from './outcomes';

const none: Statuses = {
	status: null,
	validation_status: null,
	failure_status: null,
	declined_reason: null,
	override_status: null,
};

function told(text: string, type: string, action: string, object: Partial<Statuses> = {}): Word {
	return [text, outcomeOf(kindOf(type, action), { ...none, ...object })];
}

export const facts: Facts = {
	documentation: ['https://developer.truora.com', 'https://dev.truora.com'],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity: 'the body is a JSON Web Token: HS256',
	eventId: '`id` of each event in it',
	word: '`event_action` of `identity_process`, in any spelling, unless a row names another event',
	words: [
		told('`created`', 'identity_process', 'created'),
		told('`started`', 'identity_process', 'started'),
		told('`succeeded`, if every status in its object says so', 'identity_process', 'succeeded'),
		...wordsOf(outcomeByFailure, '`failed` with '),
		told('`failed` without a failure status', 'identity_process', 'failed'),
		told('`expired`', 'identity_process', 'expired'),
		...wordsOf(outcomeByAction),
		...wordsOf(outcomeByOverride, '`override_status` '),
		told('a single validation or a `step`, whatever its action', 'identity_process', 'step_succeeded'),
		told('background `check` `created`, `started` or `delayed`', 'check', 'created'),
		told('background `check` `finished` without an error', 'check', 'finished'),
		told('background `check` `finished` with `error`', 'check', 'finished', { status: 'error' }),
		told('`continuous_check` `changed`', 'continuous_check', 'changed'),
		told('an event of identity flows or decision variables', 'identity_flow', 'updated'),
		told('an event of signals, WhatsApp, conversations, TruConnect or messages', 'signal', 'created'),
	],
	alsoTold: { 'subject.type': 'events of a background `check`' },
};
