import { canonicalJson } from '@app/audit';
import { brusselsDay } from '@app/decider';
import {
  type Changes,
  changesSince,
  createFactsProjection,
  type Edition,
  type EditionReaders,
  type EditionView,
  type IndicatorDefinition,
  knownAt,
} from '@app/indicators';
import type { Term } from '@app/partnership';
import type { ReportingPeriod } from '@app/partnership/reporting-period/reporting-period.events';
import { createEventIndex } from '@app/projections';
import type { Log } from './fact-log';

type FactTerm = Pick<Term, 'name' | 'events' | 'facts' | 'folded'>;

/** The read models that editions are made of, over the whole of a log. */
export const readersOf = (log: Log, terms: readonly FactTerm[]): EditionReaders => ({
  facts: log.read(createFactsProjection(terms)),
  index: log.read(createEventIndex(brusselsDay)),
});

export interface FrozenLog {
  readonly edition: Edition;
  readonly content: object;
  /** What changed since, by what the log holds when it is asked. */
  readonly since: (definitions?: ReadonlyMap<string, IndicatorDefinition>) => Changes;
}

/** The first edition of a view over a log as it stands. */
export function frozenLog(
  log: Log,
  view: EditionView,
  of: ReportingPeriod,
  {
    terms,
    definitions,
    asOf,
  }: {
    readonly terms: readonly FactTerm[]; /** Instead of those of the product and of the log. */
    readonly definitions?: ReadonlyMap<string, IndicatorDefinition>;
    readonly asOf?: string;
  },
): FrozenLog {
  const read = readersOf(log, terms);
  const { through = '', day } = knownAt(read.facts, {});
  const at = { asOf: asOf ?? day, knownOn: day, through };
  const content = view.content(read, of, { ...at, ...(definitions ? { definitions } : {}) })!;
  const edition = { ...of, ...at, id: 'edition', edition: 1 } as Edition;
  const kept = JSON.parse(canonicalJson(content)) as object;
  const since = (revised = definitions) =>
    changesSince(readersOf(log, terms), view, edition, kept, revised ? { definitions: revised } : {});
  return { edition, content, since };
}
