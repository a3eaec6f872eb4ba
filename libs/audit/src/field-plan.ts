import type { EventDefinition, FieldClass } from '@app/decider';
import { jcsKey } from './jcs';

export interface PlannedField {
  readonly name: string;
  /** `"name":`, ready to be written. */
  readonly key: string;
}

/** Where the fields of one event type go, each list in the order in which JCS writes it. */
export interface FieldPlan {
  readonly core: readonly PlannedField[];
  readonly more: readonly PlannedField[];
  readonly internal: readonly PlannedField[];
  readonly zone: readonly PlannedField[];
  readonly quasi: readonly PlannedField[];
  readonly personal: readonly PlannedField[];
  readonly text: readonly PlannedField[];
  readonly declared: ReadonlySet<string>;
}

export const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

const plans = new WeakMap<EventDefinition, FieldPlan>();

/** @throws Error for a name that could not stand in an envelope */
export function fieldPlan(definition: EventDefinition): FieldPlan {
  const known = plans.get(definition);
  if (known) return known;
  const entries = Object.entries(definition.fields as Record<string, FieldClass>);
  const of = (...classes: FieldClass[]): PlannedField[] =>
    entries
      .filter(([, fieldClass]) => classes.includes(fieldClass))
      .map(([name]) => ({ name, key: jcsKey(name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  const wrong = entries.find(([name, fieldClass]) => !FIELD_NAME.test(name) || (fieldClass === 'more' && name === 'territory'));
  if (wrong) throw new Error(`field ${wrong[0]} of ${definition.type} has a name that the envelope keeps for itself or cannot hold`);
  const plan: FieldPlan = {
    core: of('core', 'public-text'),
    more: of('more'),
    internal: of('internal'),
    zone: of('zone'),
    quasi: of('quasi'),
    personal: of('personal'),
    text: of('text'),
    declared: new Set(entries.map(([name]) => name)),
  };
  plans.set(definition, plan);
  return plan;
}
