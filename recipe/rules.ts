import { z } from 'zod';
import { word } from '../webhook/fields';
import { type Outcome, unknown } from '../webhook/outcome';
import { outcomes } from './outcomes';
import { valueAt } from './path';
import type { Condition, Place, Rule } from './schema';

/** What stands at the first of the places that holds something; undefined when none does. */
export function firstAt(payload: unknown, places: Place): unknown {
	for (const { parsed } of places) {
		const value = valueAt(payload, parsed);
		if (value !== undefined && value !== null) return value;
	}
	return undefined;
}

export function holds(payload: unknown, { path, is }: Condition): boolean {
	const found = word.parse(firstAt(payload, path));
	if (typeof is === 'string') return (found === null) === (is === 'absent');
	return is.includes(found);
}

/** What the first rule whose conditions all hold decides; unknown where there is none. */
export function outcomeBy(rules: readonly Rule[], payload: unknown): Outcome {
	const rule = rules.find(({ conditions }) => conditions.every((condition) => holds(payload, condition)));
	if (!rule) return unknown;
	return { ...outcomes[rule.outcome], decidedBy: rule.decidedBy ?? null };
}

/** More combinations of values than a person writes into one rule. */
const MAX_CASES = 500;

/** What stands at each place in one case of a rule: a value, or whether there is one. */
type Case = ReadonlyMap<string, Held>;

type Held = string | typeof ABSENT | typeof PRESENT;

const ABSENT = Symbol('absent');
const PRESENT = Symbol('present');

/** Refuses what would approve without a condition, and rules that never decide. */
export function checkRules(rules: readonly Rule[], context: z.RefinementCtx): void {
	const refuse = (index: number, message: string) => context.addIssue({ code: 'custom', path: [index], message });
	rules.forEach(({ outcome, conditions }, index) => {
		if (outcome === 'approved' && !conditions.some(({ is }) => Array.isArray(is))) {
			refuse(index, 'approves without a condition that names values: add one');
			return;
		}
		const cases = casesOf(conditions);
		if (cases === null) refuse(index, 'has too many values: make several rules of it');
		else if (cases.length === 0)
			refuse(index, 'asks one field for two different things and can never match: correct it');
		else if (cases.every((one) => rules.slice(0, index).some((earlier) => earlier.conditions.every(covers(one))))) {
			refuse(index, 'can never match: an earlier rule decides all its cases. Move it up, or remove it');
		}
	});
}

/** Every combination that the conditions allow; null when they are too many. */
function casesOf(conditions: readonly Condition[]): Case[] | null {
	let cases: Map<string, Held>[] = [new Map()];
	for (const condition of conditions) {
		const values = heldBy(condition);
		if (cases.length * values.length > MAX_CASES) return null;
		cases = cases.flatMap((one) => values.flatMap((value) => withValue(one, keyOf(condition), value) ?? []));
	}
	return cases;
}

function heldBy({ is }: Condition): readonly Held[] {
	if (typeof is === 'string') return [is === 'absent' ? ABSENT : PRESENT];
	return is.map((value) => value ?? ABSENT);
}

/** @returns null where the place holds something else already */
function withValue(one: Case, key: string, value: Held): Map<string, Held> | null {
	const present = one.get(key);
	if (present === undefined || present === value || present === PRESENT) {
		return value === ABSENT && present === PRESENT ? null : new Map(one).set(key, value);
	}
	return value === PRESENT && present !== ABSENT ? new Map(one) : null;
}

/** Whether a condition holds in a case, whatever else the payload holds. */
function covers(one: Case) {
	return (condition: Condition): boolean => {
		const value = one.get(keyOf(condition));
		if (value === undefined) return false;
		if (condition.is === 'absent') return value === ABSENT;
		if (condition.is === 'present') return value !== ABSENT;
		if (value === PRESENT) return false;
		return condition.is.includes(value === ABSENT ? null : value);
	};
}

function keyOf({ path }: Condition): string {
	return JSON.stringify(path.map(({ text }) => text));
}
