import { anything, fields, text, word } from '../../webhook/fields';
import { type JsonObject, parseJsonObject } from '../../webhook/json';

/** What a payload of any version tells. Some events stand in an envelope around them. */
export function readTold(payload: JsonObject) {
	const { data, metadata, webhook_type: ownType, event, environment, ...root } = rootFields.parse(payload);
	const isEnvelope = isAbsent(ownType) && !isAbsent(event);
	const about = isEnvelope && !isAbsent(data) ? data : payload;
	const { session_id, business_session_id, ...session } = sessionFields.parse(about);
	const inner = marksFields.parse(about);
	const sessionId = session_id ?? business_session_id;
	// Versions 1 and 2 tell of a session's status without a type.
	const isUntyped = isAbsent(ownType) && !isEnvelope && !isAbsent(session.status) && sessionId !== null;
	return {
		...root,
		...session,
		type: isUntyped ? 'status.updated' : text.parse(isEnvelope ? event : ownType),
		sessionId,
		environment: agreed(environment, inner.environment),
		testWebhook: testWebhookOf(metadata) ?? testWebhookOf(inner.metadata),
	};
}

const rootFields = fields({
	event_id: text,
	webhook_type: anything,
	event: anything,
	timestamp: text,
	environment: word,
	metadata: anything,
	data: anything,
});

/** A session about a business has an id of another name; a transaction in an envelope is about its applicant. */
const sessionFields = fields({
	session_id: text,
	business_session_id: text,
	session_kind: text,
	status: anything,
	decision: anything,
	vendor_data: text,
	applicant_vendor_data: text,
});

/** Beside the session, or around it. */
const marksFields = fields({ environment: word, metadata: anything });

/** Null when neither is there; no known word when they differ. */
function agreed(one: string | null, other: string | null): string | null {
	return one === null || other === null || one === other ? (one ?? other) : `${one} and ${other}`;
}

function isAbsent(value: unknown): boolean {
	return value === undefined || value === null;
}

/** The mark of the console's test webhooks. Metadata may be a text that holds JSON. */
function testWebhookOf(metadata: unknown): unknown {
	const object = typeof metadata === 'string' ? parseJsonObject(metadata) : metadata;
	return fields({ test_webhook: anything }).parse(object).test_webhook;
}
