import { boundsOf, type Quantity, type RecordedEvent, type Territory } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { OPEN } from './facts.schema';

interface Period {
  readonly from: string;
  readonly to: string;
}

interface ClaimData {
  readonly indicator: string;
  readonly period: Period;
  readonly plan?: string;
  readonly action?: number;
  readonly target?: string;
  readonly organisation?: string;
  readonly territory?: Territory;
  readonly kind: string;
  readonly quantity: Quantity;
  readonly num?: number;
  readonly den?: number;
  readonly dataOn?: string;
  readonly statedOn?: string;
  readonly raw: string;
  readonly dims?: object;
}

interface CoverageData {
  readonly factType: string;
  readonly from: string;
  readonly to: string;
  readonly organisation?: string;
  readonly territory?: Territory;
  readonly dims?: object;
  readonly basis: string;
}

interface TargetData {
  readonly plan: string;
  readonly action: number;
  readonly target: string;
  readonly indicator: string;
  readonly comparator: string;
  readonly lo?: number;
  readonly hi?: number;
  readonly kind: string;
  readonly period: Period;
  readonly per?: object;
  readonly rhythm?: string;
  readonly stage?: string;
  readonly comparatorPrinted: string;
  readonly label: object;
  readonly where?: object;
}

const json = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

/**
 * Writes what stands beside the facts: claims, coverage, targets and what was said of terms that are folded, each by the event that states it. `folded`: the
 * name of such a term by the types of its events.
 */
export function besideWriter(db: Database, folded: ReadonlyMap<string, string>) {
  const saveClaim =
    db.prepare(`INSERT INTO claims (ordinal, event_id, synthetic, indicator, period_from, period_to, plan, action, target, organisation,
    territory, kind, v, lo, hi, num, den, exactness, data_on, stated_on, raw, dims, source_ref, source_line, known_from)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const saveCoverage =
    db.prepare(`INSERT INTO coverage (ordinal, event_id, synthetic, fact_type, organisation, scope_organisation, territory, valid_from,
    valid_to, dims, basis, known_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const saveTarget =
    db.prepare(`INSERT INTO targets (ordinal, root, event_id, synthetic, plan, action, target, indicator, comparator, lo, hi, kind,
    period_from, period_to, per, rhythm, stage, printed, label, filter, known_from)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const saveSaid =
    db.prepare(`INSERT INTO said_events (ordinal, place, event_id, synthetic, term, stream_id, type, occurred, recorded_at, organisation,
    source_ref, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const ends = ['claims', 'coverage', 'targets', 'said_events'].map((table) =>
    db.prepare(`UPDATE ${table} SET known_to = ? WHERE ordinal = ? AND known_to = ${OPEN}`),
  );

  const writers: Readonly<Record<string, (ordinal: number, root: number, event: RecordedEvent<string, never>, synthetic: number) => void>> =
    {
      ClaimImported: (ordinal, _root, event, synthetic) => {
        const claim: ClaimData = event.data;
        const { v, lo, hi } = boundsOf(claim.quantity);
        saveClaim.run(
          ordinal,
          event.id,
          synthetic,
          claim.indicator,
          claim.period.from,
          claim.period.to,
          claim.plan ?? null,
          claim.action ?? null,
          claim.target ?? null,
          claim.organisation ?? null,
          claim.territory?.code ?? null,
          claim.kind,
          v,
          lo,
          hi,
          claim.num ?? null,
          claim.den ?? null,
          claim.quantity.exactness,
          claim.dataOn ?? null,
          claim.statedOn ?? null,
          claim.raw,
          json(claim.dims),
          event.sourceRef?.ref ?? null,
          event.sourceRef?.locator ?? null,
          ordinal,
        );
      },
      CoverageDeclared: (ordinal, _root, event, synthetic) => {
        const cover: CoverageData = event.data;
        saveCoverage.run(
          ordinal,
          event.id,
          synthetic,
          cover.factType,
          event.organisation,
          cover.organisation ?? null,
          cover.territory?.code ?? null,
          cover.from,
          cover.to,
          json(cover.dims),
          cover.basis,
          ordinal,
        );
      },
      TargetSet: (ordinal, root, event, synthetic) => writeTarget(ordinal, root, event, synthetic),
      TargetRevised: (ordinal, root, event, synthetic) => writeTarget(ordinal, root, event, synthetic),
    };

  function writeSaid(term: string, ordinal: number, place: number, event: RecordedEvent, synthetic: number): void {
    const { id, streamId, type, occurred, recordedAt, organisation, sourceRef, data } = event;
    const source = json(sourceRef);
    saveSaid.run(ordinal, place, id, synthetic, term, streamId, type, json(occurred), recordedAt, organisation, source, json(data));
  }

  function writeTarget(ordinal: number, root: number, event: RecordedEvent<string, never>, synthetic: number): void {
    const target: TargetData = event.data;
    saveTarget.run(
      ordinal,
      root,
      event.id,
      synthetic,
      target.plan,
      target.action,
      target.target,
      target.indicator,
      target.comparator,
      target.lo ?? null,
      target.hi ?? null,
      target.kind,
      target.period.from,
      target.period.to,
      json(target.per),
      target.rhythm ?? null,
      target.stage ?? null,
      target.comparatorPrinted,
      JSON.stringify(target.label),
      json(target.where),
      ordinal,
    );
  }

  return {
    knows: (type: string): boolean => Object.hasOwn(writers, type) || folded.has(type),
    write: (ordinal: number, root: number, event: RecordedEvent): void => {
      const synthetic = event.source === 'synthetic' ? 1 : 0;
      writers[event.type]?.(ordinal, root, event as unknown as RecordedEvent<string, never>, synthetic);
      const term = folded.get(event.type);
      if (term !== undefined) writeSaid(term, ordinal, root, event, synthetic);
    },
    /** Ends what the event with that ordinal stated: it was corrected, withdrawn or marked a duplicate. */
    end: (at: number, ordinal: number): void => {
      for (const statement of ends) statement.run(at, ordinal);
    },
  };
}
