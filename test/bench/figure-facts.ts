import { exactly, type Occurred, type Quantity } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import { createFactsProjection } from '@app/indicators';
import { many, one, terms } from '@app/partnership';
import { SeededDraw } from '@app/partnership/synthetic/seeded-draw';
import { ProjectionFile } from '../../libs/projections/src/projection-file';
import type { ProjectedEvent } from '@app/projections';
import { between, setOf, statingTerm } from '../support/fact-log';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2016, 0, 1);
const DAYS = 3_653;
const ORGANISATIONS = 20;
const ACTIONS_EACH = 5;
const PER_BATCH = 1_000;

const dayOf = (n: number): string => new Date(FIRST + n * DAY_MS).toISOString().slice(0, 10);

/** Of a hundred events one is about two days in two months, one about an uncertain day of a quarter, three about one of a month. */
function occurredOf(draw: SeededDraw, day: number): Occurred {
  const chance = draw.below(100);
  if (chance === 0) return setOf(dayOf(day - 31), dayOf(day));
  if (chance === 1) return between(dayOf(day - 90), dayOf(day));
  return chance < 5 ? between(`${dayOf(day).slice(0, 7)}-01`, dayOf(day)) : onDay(dayOf(day));
}

function statementsOf(draw: SeededDraw) {
  const quantity: Quantity = draw.chance(0.05) ? { lo: 3, hi: 8, exactness: 'range' } : exactly(3 + draw.below(40));
  if (draw.chance(0.3)) return [one('inclusion', 'inclusion', { subjectKind: 'care', subjectKey: `kid-${draw.below(1 << 30)}` })];
  const dims = { kind: draw.pick(['info-session', 'webinar', 'seminar']) };
  return [
    one('session-held', 'session', { dims }),
    many('session-attendances', 'attendance', quantity, { dims }),
    many('session-registrations', 'registration', quantity, { dims }),
  ];
}

/**
 * Events over ten years, as many as asked: sessions and inclusions of twenty organisations, each in one of five zones and with five actions of its own. One
 * in ten is recorded late, one in a hundred withdrawn at once.
 */
function* eventsOf(count: number): Generator<ProjectedEvent> {
  const draw = new SeededDraw(1);
  const [stated] = statingTerm.events;
  const withdrawn = { type: 'RecordWithdrawn', version: 1, subject: 'none', tense: 'plan', fields: { event: 'core' } } as const;
  for (let ordinal = 1; ordinal <= count; ordinal++) {
    const today = 100 + Math.floor(((ordinal - 1) * (DAYS - 100)) / count);
    const team = draw.below(ORGANISATIONS);
    const id = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
    const envelope = {
      id: id(ordinal),
      streamId: `thing-${ordinal}`,
      organisation: `org-${team}`,
      recordedAt: `${dayOf(today)}T12:00:00.000Z`,
    };
    const position = `0001-${String(ordinal).padStart(16, '0')}`;
    const before = ordinal - 1;
    if (ordinal % 100 === 0) {
      const overrides = { ...envelope, streamId: `thing-${before}`, revision: 1, corrects: id(before) };
      yield { kind: 'event', position, ordinal, event: recorded(withdrawn, { event: id(before) }, overrides) };
      continue;
    }
    const overrides = {
      ...envelope,
      occurred: occurredOf(draw, draw.chance(0.1) ? today - 40 : today),
      territory: { code: `zone-${team % 5}`, level: 'zone' as const, hierarchy: '2016' },
      planRefs: [{ plan: '2016', action: team * ACTIONS_EACH + draw.below(ACTIONS_EACH) + 1 }],
    };
    yield { kind: 'event', position, ordinal, event: recorded(stated!, { statements: statementsOf(draw) }, overrides) };
  }
}

/** Fills a read database of facts with so many generated events, as a rebuild does. */
export function seedFacts(path: string, count: number): void {
  const file = ProjectionFile.create(createFactsProjection([statingTerm, ...terms]), path, 'bench');
  let batch: ProjectedEvent[] = [];
  const apply = (): void => {
    file.apply(batch, new Set());
    if (file.stopped) throw new Error(`not filled: ${file.poison?.message ?? file.failure}`);
    batch = [];
  };
  for (const event of eventsOf(count)) if (batch.push(event) === PER_BATCH) apply();
  apply();
  file.finish();
  file.close();
}
