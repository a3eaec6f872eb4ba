import type { Occurred, RecordedEvent } from '@app/decider';
import type { FactDraft, FactStatement } from '@app/partnership';

/** What an event states, by the mapping of its term: an event in, its facts out. */
export type StatedBy = (event: RecordedEvent) => readonly FactStatement[];

/** Whether an event says what has happened, and not what is planned. */
export type IsHeld = (event: RecordedEvent) => boolean;

interface Standing {
  readonly event: RecordedEvent;
  /** Place in the log of the event itself, not of the first of its chain. */
  readonly place: number;
  /** The event that it took the place of, and on which day what of it that kept its date was first recorded. */
  readonly former?: { readonly event: RecordedEvent; readonly firstOn: FirstRecorded };
}

type FirstRecorded = (when: Occurred) => string | undefined;

/** A fact that stands, with the days on which it may lie. */
export interface Counted {
  readonly draft: FactDraft;
  readonly event: RecordedEvent;
  readonly when: Occurred;
  readonly rangeFrom: string;
  readonly rangeTo: string;
  /** Of two facts the greater was known later. */
  readonly order: readonly [place: number, n: number];
  readonly validTo: string | undefined;
  /** The end is only expected: nobody has left yet. */
  readonly expected: boolean;
}

const brussels = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit' });
const days = new Map<string, string>();

/** Day of an instant in Brussels. */
export function dayOf(instant: string): string {
  const known = days.get(instant) ?? brussels.format(new Date(instant));
  days.set(instant, known);
  return known;
}

const sameDays = (a: Occurred, b: Occurred): boolean =>
  a.from === b.from && a.to === b.to && String(a.dates ?? '') === String(b.dates ?? '');

const isDraft = (statement: FactStatement): statement is FactDraft => 'type' in statement;

const whenOf = (draft: FactDraft, event: RecordedEvent): Occurred => draft.occurred ?? event.occurred;

/** The events as they stand, in the place of the first of their chain. */
export function standingEvents(events: readonly RecordedEvent[], state: StatedBy): readonly Standing[] {
  const standing: (Standing | undefined)[] = [];
  const placeOf = new Map<string, number>();
  events.forEach((event, place) => {
    const at = event.corrects === undefined ? undefined : placeOf.get(event.corrects);
    const former = at === undefined ? undefined : standing[at];
    if (event.type === 'RecordWithdrawn' || event.type === 'DuplicateMarked') {
      if (at !== undefined) standing[at] = undefined;
      return;
    }
    const mine = at ?? standing.length;
    standing[mine] = { event, place, ...(former ? { former: { event: former.event, firstOn: firstRecorded(former, state) } } : {}) };
    placeOf.set(event.id, mine);
  });
  return standing.filter((one) => one !== undefined);
}

/** The day on which a fact of an event was first recorded: a correction that leaves its days alone keeps it. */
function firstRecorded({ event, former }: Standing, state: StatedBy): FirstRecorded {
  return (when) => {
    const has = state(event).some((statement) => isDraft(statement) && sameDays(whenOf(statement, event), when));
    if (!has) return undefined;
    return former?.firstOn(when) ?? dayOf(event.recordedAt);
  };
}

/** Every fact that stands after a log, changes and closings applied to what its own stream stated before. */
export function countedFacts(events: readonly RecordedEvent[], state: StatedBy, held: IsHeld): readonly Counted[] {
  const streams = new Map<string, Standing[]>();
  for (const one of standingEvents(events, state)) {
    const stream = streams.get(one.event.streamId);
    if (stream) stream.push(one);
    else streams.set(one.event.streamId, [one]);
  }
  return [...streams.values()].flatMap((stream) => factsOfStream(stream, state, held));
}

function factsOfStream(stream: readonly Standing[], state: StatedBy, held: IsHeld): readonly Counted[] {
  let facts: readonly Counted[] = [];
  for (const { event, place, former } of stream) {
    const statements = state(event);
    for (const statement of statements) {
      if (isDraft(statement)) continue;
      const types = 'close' in statement ? statement.close : statement.change;
      const meant = ({ draft }: Counted): boolean =>
        types.includes(draft.type) &&
        (statement.subjectKey === undefined || statement.subjectKey === draft.subjectKey) &&
        (statement.occurrenceKey === undefined || statement.occurrenceKey === draft.occurrenceKey);
      if ('close' in statement) facts = facts.filter((fact) => !meant(fact));
      else
        facts = facts.map((fact) =>
          meant(fact) ? { ...fact, validTo: statement.validTo, expected: statement.validToExpected ?? false } : fact,
        );
    }
    const fresh = statements.filter(isDraft).map((draft, n): Counted => {
      const when = whenOf(draft, event);
      const recordedOn = former?.firstOn(when) ?? dayOf(event.recordedAt);
      const uncertain = when.nature === 'point' && when.from < when.to && held(event) && draft.validTo === undefined;
      const rangeTo = uncertain && recordedOn < when.to ? (recordedOn < when.from ? when.from : recordedOn) : when.to;
      return {
        draft,
        event,
        when,
        rangeFrom: when.nature === 'span' ? when.to : when.from,
        rangeTo,
        order: [place, n],
        validTo: draft.validTo,
        expected: draft.validToExpected ?? false,
      };
    });
    facts = [...facts, ...fresh];
  }
  return facts;
}
