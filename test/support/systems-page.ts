import { recorded } from '@app/decider/spec';
import { definitions, type IndicatorDefinition, type Measure } from '@app/indicators';
import { type CommandDefinition, type Term, terms } from '@app/partnership';
import systems from '../../docs/reference/systems.json';
import { samplesOf } from './samples';

/** What serves one system of the field: found from its commands, over their events and the facts of those, to the indicators that count them. */
export interface SystemRow {
  readonly id: string;
  readonly names: { readonly nl: string; readonly fr: string; readonly en: string };
  readonly commands: readonly string[];
  readonly events: readonly string[];
  readonly indicators: readonly string[];
}

export const systemIds: readonly string[] = systems.map(({ id }) => id);

/** The types of the facts that the samples of an event state or change. */
function factTypesOf(term: Term, eventType: string): readonly string[] {
  const definition = term.events.find(({ type }) => type === eventType)!;
  const samples = samplesOf(term.name).filter(({ type, version }) => type === eventType && version === definition.version);
  return samples
    .flatMap(({ data }) => term.facts[eventType]?.(recorded(definition, data, { subjects: ['AAAAAAAAAAAAAAAAAAAAAA'] })) ?? [])
    .flatMap((fact) => ('type' in fact ? [fact.type] : 'change' in fact ? fact.change : fact.close));
}

function factTypesIn(measure: Measure): readonly string[] {
  switch (measure.op) {
    case 'compose':
      return measure.parts.flatMap(({ indicator }) => factTypesIn(definitions.get(indicator)!.measure));
    case 'ratio':
    case 'delay':
      return [...measure.num.factType, ...measure.den.factType];
    case 'sum':
    case 'distinct':
    case 'stock':
    case 'lastObserved':
    case 'mean':
    case 'milestone':
    case 'scale':
      return measure.of.factType;
    case 'reported':
      return [];
  }
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

function indicatorsOf(commands: readonly { readonly term: Term; readonly command: CommandDefinition }[]): readonly string[] {
  const stated = new Set(commands.flatMap(({ term, command }) => command.emits.flatMap(({ type }) => factTypesOf(term, type))));
  const counts = ({ measure }: IndicatorDefinition): boolean => factTypesIn(measure).some((type) => stated.has(type));
  // What an evaluation of one plan asks counts the same facts for one action: it would say nothing of the system.
  return sorted([...definitions.values()].filter((definition) => !definition.source && counts(definition)).map(({ code }) => code));
}

export function systemRows(): readonly SystemRow[] {
  const all = terms.flatMap((term) => term.commands.map((command) => ({ term, command })));
  return systems.map(({ id, ...names }) => {
    const commands = all.filter(({ command }) => command.systems.includes(id));
    return {
      id,
      names,
      commands: sorted(commands.map(({ command }) => command.name)),
      events: sorted(commands.flatMap(({ command }) => command.emits.map(({ type }) => type))),
      indicators: indicatorsOf(commands),
    };
  });
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** `docs/reference/systems.md`. */
export function systemsPage(rows: readonly SystemRow[]): string {
  const parts = rows.map(
    ({ id, names, commands, events, indicators }) =>
      `## ${id} ${names.en}\n\n${names.nl} · ${names.fr}\n\n- Commands: ${listed(commands)}\n- Events: ${listed(events)}\n- Indicators: ${listed(indicators)}\n`,
  );
  return `# Systems of the field

Every way of working that the partnership records, the commands that record it, the events that they make, and the indicators that count the facts of
those events. An indicator may count other systems too, and count only some kinds of a fact; \`GET /api/indicators\` says which. The indicators that an
evaluation of one plan asks for are left out.

Made by \`npm run docs:systems\` from what the commands say of themselves; the names stand in [systems.json](systems.json).

${parts.join('\n')}`;
}
