import type { DefinitionUsed } from '@app/partnership/reporting-period/reporting-period.events';
import { queryOfFigure } from '../figure-query';
import type { Quoted } from './quoted';

/** The definition of every figure of a content and of its parts, by code. */
export function definitionsUsed({ figures }: Quoted): readonly DefinitionUsed[] {
  const parts = [...figures.values()].flatMap(({ sent }) => sent?.parts ?? []);
  const versions = new Map<string, DefinitionUsed>();
  for (const figureId of [...figures.keys(), ...parts.map((part) => part.figureId)]) {
    const { indicator, version } = queryOfFigure(figureId);
    versions.set(`${indicator}@${version}`, { code: indicator, version });
  }
  return [...versions.values()].sort((one, other) =>
    one.code < other.code ? -1 : one.code > other.code ? 1 : one.version - other.version,
  );
}

/** The events that set or revised the targets of a content, in the order in which they stand in it. */
export const targetRevisions = ({ targets }: Quoted): readonly string[] => [...new Set(targets.map(({ eventId }) => eventId))];
