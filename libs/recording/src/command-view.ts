import { Refusal, Sealed } from '@app/decider';
import type { CommandBody } from '@app/partnership';
import type { Slot } from '@app/vault';
import type { CatalogueEntry } from './command-catalogue';

const fieldOf = (body: CommandBody, field: string): unknown => (body as unknown as Record<string, unknown>)[field];

/** The care persons that a body names, each once. */
export function personsOf({ definition }: CatalogueEntry, body: CommandBody): readonly string[] {
  const named = (definition.persons ?? []).flatMap((field) => {
    const value = fieldOf(body, field);
    return Array.isArray(value) ? (value as string[]) : value === undefined ? [] : [value as string];
  });
  return [...new Set(named)];
}

/**
 * Until access control exists, only synthetic records may say anything about a care person.
 * @throws Refusal `record.personal-not-yet`
 */
export function refusePersonal(entry: CatalogueEntry, body: CommandBody): void {
  const isSaid = (name: string): boolean => fieldOf(body, name) !== undefined;
  const field = entry.definition.persons?.find(isSaid) ?? entry.personalFields.find(isSaid);
  if (field) throw new Refusal('record.personal-not-yet', {}, `/${field}`);
}

/** The body as its decider may see it: sealed fields unopened, persons as their slots, in the order of `personsOf`. */
export function sealedView(entry: CatalogueEntry, body: CommandBody, subjects: readonly Slot[]): CommandBody {
  const persons = entry.definition.persons ?? [];
  if (persons.length === 0 && entry.sealedFields.length === 0) return body;
  const kidOf = new Map(personsOf(entry, body).map((person, n) => [person, subjects[n]!.kid]));
  const view: Record<string, unknown> = { ...body };
  for (const field of entry.sealedFields) if (view[field] !== undefined) view[field] = new Sealed(view[field]);
  for (const field of persons) {
    const value = fieldOf(body, field);
    if (value !== undefined)
      view[field] = Array.isArray(value) ? value.map((person: string) => kidOf.get(person)) : kidOf.get(value as string);
  }
  return view;
}
