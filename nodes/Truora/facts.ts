import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByFailure, outcomeByOverride, outcomeByVerb, outcomeOf, type Statuses } from './outcomes';

const none: Statuses = { status: null, failure_status: null, validation_status: null };

function process(text: string, kind: string, action: string, object = none): Word {
	return [text, outcomeOf(kind, action, object)];
}

export const facts: Facts = {
	documentation: ['https://developer.truora.com', 'https://dev.truora.com'],
	readOn: '2026-11-22',
	authenticity: 'the body is a JSON Web Token: HS256',
	eventId: '`id` of each event in it',
	word: '`event_action` of `identity_process`, in any spelling',
	words: [
		...wordsOf(outcomeByVerb),
		...wordsOf(outcomeByFailure, '`failed` with '),
		process('`failed` without a failure status', 'identity_process', 'failed'),
		...wordsOf(outcomeByOverride, '`override_status` '),
		process('a single validation, a `step`', 'step', 'succeeded'),
		process('background `check` `created`, `started`, `delayed`', 'check', 'created'),
		process('background `check` `finished`', 'check', 'finished'),
		process('background `check` `finished` with `error`', 'check', 'finished', { ...none, status: 'error' }),
		process('`continuous_check` `changed`', 'continuous_check', 'changed'),
		process('signals, WhatsApp, conversations', 'signal', 'created'),
	],
};
