import { SEALED_CLASSES, type EventDefinition, type FieldClass } from '@app/decider';
import type { CommandDefinition, Term } from '@app/partnership';

/** A command with its term and what the write path needs to know of its fields. */
export interface CatalogueEntry {
  readonly term: Term;
  readonly definition: CommandDefinition;
  /** Class of each field that an event of the command carries; what no event carries only steers. */
  readonly classes: Readonly<Record<string, FieldClass>>;
  readonly sealedFields: readonly string[];
  readonly textFields: readonly string[];
  /** Fields that only synthetic records may carry until access control exists. */
  readonly personalFields: readonly string[];
}

const classesOf = (emits: readonly EventDefinition[]): Record<string, FieldClass> =>
  Object.assign({}, ...emits.toReversed().map((definition) => definition.fields as Record<string, FieldClass>)) as Record<
    string,
    FieldClass
  >;

/** Every command by name. @throws when two commands share a name. */
export function catalogueOf(terms: readonly Term[]): ReadonlyMap<string, CatalogueEntry> {
  const catalogue = new Map<string, CatalogueEntry>();
  for (const term of terms) {
    for (const definition of term.commands) {
      if (catalogue.has(definition.name)) throw new Error(`two commands are named ${definition.name}`);
      const classes = classesOf(definition.emits);
      const fieldsOf = (wanted: readonly FieldClass[]) => Object.keys(classes).filter((field) => wanted.includes(classes[field]!));
      catalogue.set(definition.name, {
        term,
        definition,
        classes,
        sealedFields: fieldsOf(SEALED_CLASSES),
        textFields: fieldsOf(['text']),
        personalFields: fieldsOf(['personal', 'quasi']),
      });
    }
  }
  return catalogue;
}
