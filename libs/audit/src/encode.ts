import type { EventDefinition, Occurred, PlanRef, RandomSource, SealedPart, Source, SourceRef, SubjectKind, Territory } from '@app/decider';
import type { EncodedEvent } from '@app/event-store';
import { commit } from './commitments';
import { type Disclosure, disclose } from './disclosure';
import { fieldPlan, type PlannedField } from './field-plan';
import { BadValue, jcsOfPresent, jcsOfSealed, jcsText } from './jcs';
import { seal } from './sealing';

/** An event as the write path has it: decided, with its ids, and with the values that will be sealed still wrapped. */
export interface EventToEncode {
  readonly id: string;
  readonly streamId: string;
  readonly revision: number;
  readonly definition: EventDefinition;
  readonly subject: SubjectKind;
  readonly data: object;
  readonly occurred: Occurred;
  readonly recordedAt: string;
  readonly actor: string;
  readonly organisation: string;
  readonly team?: string;
  readonly onBehalfOf?: string;
  readonly territory?: Territory;
  readonly planRefs: readonly PlanRef[];
  readonly source: Source;
  readonly corrects?: string;
  readonly correctionReason?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Slots of the care persons that the event is about. */
  readonly subjects: readonly string[];
  readonly language?: string;
  readonly sourceRef?: SourceRef;
  readonly keyTag: string;
  readonly bodyTag: string;
}

/** A slot that seals: 16 random bytes as its public id, and its own key of 32 bytes. */
export interface SealingSlot {
  readonly kid: string;
  readonly key: Buffer;
}

/** The slots that an event may need; each is asked for only when something is sealed under it. */
export interface SealingSlots {
  textSlot(): SealingSlot;
  /** Of the nth of `subjects`. */
  subjectSlot(n: number): SealingSlot;
}

type Write = (value: unknown) => string;

function writeField(field: PlannedField, value: unknown, write: Write): string {
  try {
    return write(value);
  } catch (error) {
    throw error instanceof BadValue ? new BadValue(error.reason, field.name) : error;
  }
}

/** The members of `fields` that are there, as JSON text; empty when none is. */
function members(fields: readonly PlannedField[], data: Readonly<Record<string, unknown>>, write: Write): string {
  let out = '';
  for (const field of fields) {
    const value = data[field.name];
    if (value !== undefined) out += (out === '' ? '' : ',') + field.key + writeField(field, value, write);
  }
  return out;
}

const optional = (key: string, value: string | undefined): string => (value === undefined ? '' : `"${key}":${jcsText(value)},`);

const month = (day: string): string => day.slice(0, 7);

/** A care event shows months only: a day tells too much about a person. Several months keep their last one, since a span counts at its end. */
function monthsOf({ from, to, nature, precision }: Occurred): string {
  const shown = precision === 'day' ? 'month' : precision;
  const last = month(to) === month(from) ? {} : { to: month(to) };
  return jcsOfPresent({ from: month(from), ...last, ...(nature === 'point' ? {} : { nature }), precision: shown });
}

function coreOf(event: EventToEncode, data: string, occurred: string): string {
  const on = event.subject === 'care' ? monthsOf(event.occurred) : occurred;
  const planRefs = event.planRefs.length > 0 ? `"planRefs":${jcsOfPresent(event.planRefs)},` : '';
  const { type, version } = event.definition;
  return `{${optional('corrects', event.corrects)}"data":{${data}},"on":${on},${planRefs}"schemaVersion":${version},"source":"${event.source}","subject":"${event.subject}","type":${jcsText(type)}}`;
}

function internalOf(event: EventToEncode, data: string, occurred: string): string {
  const language = event.subject === 'care' ? undefined : event.language;
  return (
    `{"actor":${jcsText(event.actor)},"bodyTag":${jcsText(event.bodyTag)},${optional('causationId', event.causationId)}${optional('correctionReason', event.correctionReason)}` +
    `"correlationId":${jcsText(event.correlationId)},${data === '' ? '' : `"data":{${data}},`}"keyTag":${jcsText(event.keyTag)},` +
    `${optional('language', language)}"occurred":${occurred},${optional('onBehalfOf', event.onBehalfOf)}` +
    `"organisation":${jcsText(event.organisation)},"recordedAt":${jcsText(event.recordedAt)},"revision":${jcsOfPresent(event.revision)},` +
    `${event.sourceRef ? `"sourceRef":${jcsOfPresent(event.sourceRef)},` : ''}"stream":${jcsText(event.streamId)},` +
    `"subjects":${event.subjects.length > 0 ? jcsOfPresent(event.subjects) : '[]'}` +
    `${event.team === undefined ? '' : `,"team":${jcsText(event.team)}`}}`
  );
}

type TerritoryPlace = 'none' | 'zone' | 'more' | 'sealed';

function placeOf({ territory, subject }: EventToEncode): TerritoryPlace {
  if (!territory) return 'none';
  if (territory.level === 'zone') return 'zone';
  if (territory.level === 'region' || territory.level === 'outside') return 'more';
  return subject === 'care' ? 'sealed' : 'more';
}

function moreOf(event: EventToEncode, data: Readonly<Record<string, unknown>>, place: TerritoryPlace): string {
  const fields = fieldPlan(event.definition).more;
  if (place !== 'more') {
    const held = members(fields, data, jcsOfPresent);
    return held === '' ? '' : `{${held}}`;
  }
  return jcsOfPresent({ ...Object.fromEntries(fields.map(({ name }) => [name, data[name]])), territory: event.territory });
}

interface NamedValue {
  readonly name: string;
  readonly json: string;
}

function sealedOfSubject(event: EventToEncode, data: Readonly<Record<string, unknown>>, place: TerritoryPlace): NamedValue[] {
  const plan = fieldPlan(event.definition);
  const values: NamedValue[] = [];
  const personal = members(plan.personal, data, jcsOfSealed);
  if (personal !== '') values.push({ name: 'p.0', json: `{${personal}}` });
  const quasi = new Map<string, string>();
  for (const field of plan.quasi) {
    const value = data[field.name];
    if (value !== undefined) quasi.set(field.name, writeField(field, value, jcsOfSealed));
  }
  const fromEnvelope = (name: string, json: string): void => {
    const field = quasi.get(name);
    if (field !== undefined && field !== json) throw new BadValue('key', name);
    quasi.set(name, json);
  };
  if (place === 'sealed') fromEnvelope('territory', jcsOfPresent(event.territory));
  if (event.subject === 'care' && event.language !== undefined) fromEnvelope('language', jcsText(event.language));
  const dimensions = [...quasi].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...values, ...dimensions.map(([name, json]) => ({ name: `q.0.${name}`, json }))];
}

function sealedTexts(event: EventToEncode, data: Readonly<Record<string, unknown>>): NamedValue[] {
  const values: NamedValue[] = [];
  for (const field of fieldPlan(event.definition).text) {
    const value = data[field.name];
    if (value !== undefined) values.push({ name: `t.${field.name}`, json: writeField(field, value, jcsOfSealed) });
  }
  return values;
}

/** What is sealed, per slot. A care event about nobody in particular has no subject's slot: its parts go under the stream's text slot. */
function groupsOf(event: EventToEncode, data: Readonly<Record<string, unknown>>, place: TerritoryPlace, slots: SealingSlots) {
  const ofSubject = sealedOfSubject(event, data, place);
  const texts = sealedTexts(event, data);
  if (ofSubject.length === 0 && texts.length === 0) return [];
  if (event.subjects.length === 0 || ofSubject.length === 0) return [{ slot: slots.textSlot(), values: [...ofSubject, ...texts] }];
  const subject = { slot: slots.subjectSlot(0), values: ofSubject };
  return texts.length === 0 ? [subject] : [subject, { slot: slots.textSlot(), values: texts }];
}

const sealedJson = (part: SealedPart): string => `{"ct":"${part.ct}","iv":"${part.iv}","kid":${jcsText(part.kid)},"n":${part.n}}`;

/**
 * The stored bytes of an event (envelope v1). Draws from `random` in this order: a salt per open disclosure (`core`, `more`, `i`, `q.zone`), a salt per
 * sealed one (`p.0`, `q.0.*`, `t.*`, each by name), the decoys, an initialisation vector per slot.
 * @throws BadValue for a value that may not stand in an event, or a field that its type does not declare
 * @throws Refusal `envelope.too-many-parts`
 */
export function encodeEvent(event: EventToEncode, slots: SealingSlots, random: RandomSource): EncodedEvent {
  const plan = fieldPlan(event.definition);
  const data = event.data as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(data)) if (!plan.declared.has(name)) throw new BadValue('key', name);
  const place = placeOf(event);
  const occurred = jcsOfPresent(event.occurred);

  const open: Disclosure[] = [disclose('core', coreOf(event, members(plan.core, data, jcsOfPresent), occurred), random)];
  const more = moreOf(event, data, place);
  if (more !== '') open.push(disclose('more', more, random));
  open.push(disclose('i', internalOf(event, members(plan.internal, data, jcsOfPresent), occurred), random));
  const zone = members(plan.zone, data, jcsOfPresent);
  if (zone !== '' || place === 'zone') {
    const { code, hierarchy } = place === 'zone' && event.territory ? event.territory : {};
    const held = `${optional('code', code)}${zone === '' ? '' : `"data":{${zone}},`}${optional('hierarchy', hierarchy)}`;
    open.push(disclose('q.zone', `{${held.slice(0, -1)}}`, random));
  }

  const groups = groupsOf(event, data, place, slots).map(({ slot, values }) => ({
    slot,
    disclosures: values.map(({ name, json }) => disclose(name, json, random)),
  }));
  const digests = open.map((disclosure) => disclosure.digest);
  for (const group of groups) for (const disclosure of group.disclosures) digests.push(disclosure.digest);
  const commitments = commit(digests, random);
  const sealed = groups.map(({ slot, disclosures }) => sealedJson(seal(event.id, slot.kid, slot.key, disclosures, random)));

  const text = `{"commitments":["${commitments.join('","')}"],"open":[${open.map((disclosure) => disclosure.text).join(',')}],"sealed":[${sealed.join(',')}],"v":1}`;
  return { id: event.id, type: event.definition.type, bytes: Buffer.from(text, 'utf8'), text };
}
