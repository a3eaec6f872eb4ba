import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandDefinition, Term } from '@app/partnership';

const partnership = join(__dirname, '../../libs/partnership/src');

const filesOf = (term: string, ending: RegExp): readonly string[] =>
  readdirSync(join(partnership, term))
    .filter((file) => ending.test(file))
    .map((file) => join(partnership, term, file));

/** The text of every spec beside a term. */
export const specsOf = (term: string): readonly string[] => filesOf(term, /\.spec\.ts$/).map((file) => readFileSync(file, 'utf8'));

/** Under which name a term's deciders export the decision of a command; undefined for one that stands nowhere. */
export function decisionName(term: string, { decide }: CommandDefinition): string | undefined {
  const modules = filesOf(term, /\.decider\.ts$/).map((file) => require(file) as Readonly<Record<string, unknown>>);
  return modules.flatMap((exported) => Object.keys(exported).filter((name) => exported[name] === decide))[0];
}

/** A spec in parts: what stands before the first block, without its imports, and every block that describes something. */
const partsOf = (spec: string): readonly string[] => spec.replace(/^import [^;]*;$/gm, '').split(/^(?=describe)/m);

/**
 * What the specs of a term leave out: a command that none decides, an event of it that none expects, a refusal of it that none raises. A part of a
 * spec is about a command when it names its decision, or the command itself.
 */
export function gapsOf(
  { commands }: Pick<Term, 'commands'>,
  specs: readonly string[],
  nameOf: (command: CommandDefinition) => string | undefined,
): readonly string[] {
  const parts = specs.flatMap(partsOf);
  return commands.flatMap((command) => {
    const { name, emits, refusals } = command;
    const decision = nameOf(command);
    if (decision === undefined) return [`${name}: its decision has no name`];
    const about = parts.filter((part) => new RegExp(`\\b${decision}\\b|'${name}'`).test(part)).join('\n');
    if (!new RegExp(`\\b${decision}\\b`).test(parts.join('\n'))) return [`${name}: no spec decides it`];
    return [
      ...emits.filter(({ type }) => !about.includes(`'${type}'`)).map(({ type }) => `${name}: no spec expects ${type}`),
      ...refusals.filter((code) => !about.includes(`'${code}'`)).map((code) => `${name}: no spec is refused with ${code}`),
    ];
  });
}
