import { anything, fields, text, word } from '../../webhook/fields';
import { type JsonObject, parseJsonObject } from '../../webhook/json';

/** What a payload of any version tells. Events about transactions may stand in an envelope of another kind. */
export function readTold(payload: JsonObject) {
	const { data, metadata, webhook_type: ownType, event, ...root } = rootFields.parse(payload);
	const isEnvelope = isAbsent(ownType) && !isAbsent(event);
	const { session_id, business_session_id, ...session } = sessionFields.parse(isEnvelope ? data : payload);
	const sessionId = session_id ?? business_session_id;
	// Versions 1 and 2 tell of a session's status without a type.
	const isUntyped = isAbsent(ownType) && !isEnvelope && !isAbsent(session.status) && sessionId !== null;
	return {
		...root,
		...session,
		isEnvelope,
		type: isUntyped ? 'status.updated' : text.parse(isEnvelope ? event : ownType),
		sessionId,
		testWebhook: testWebhookOf(metadata),
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

function isAbsent(value: unknown): boolean {
	return value === undefined || value === null;
}

/** The mark of the console's test webhooks. Metadata may be a text that holds JSON. */
function testWebhookOf(metadata: unknown): unknown {
	const object = typeof metadata === 'string' ? parseJsonObject(metadata) : metadata;
	return fields({ test_webhook: anything }).parse(object).test_webhook;
}
