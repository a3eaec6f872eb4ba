import type { FieldClass } from '@app/decider';
import { LANGUAGES, type Labels } from '@app/labels';
import { Admission, type CatalogueEntry, type JsonSchema } from '@app/recording';

export interface CommandDescription {
  readonly name: string;
  readonly term: string;
  readonly systems: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly schema: JsonSchema;
  readonly fields: Readonly<Record<string, { class: FieldClass; labels: Readonly<Record<string, string>> }>>;
  readonly refusals: readonly { code: string; message: Readonly<Record<string, string>> }[];
}

/** A field that names a care person is personal; one that no event carries steers the command or goes to the envelope, and is ours alone. */
const classOf = ({ definition, classes }: CatalogueEntry, field: string): FieldClass =>
  definition.persons?.includes(field) ? 'personal' : (classes[field] ?? 'internal');

/** What `GET /api/commands` and the OpenAPI document say of each command; made once. */
export class CommandDescriptions {
  readonly all: readonly CommandDescription[];

  constructor(entries: readonly CatalogueEntry[], admission: Admission, labels: Labels) {
    const inAll = (text: (language: (typeof LANGUAGES)[number]) => string) =>
      Object.fromEntries(LANGUAGES.map((language) => [language, text(language)]));
    this.all = entries.map((entry) => {
      const { definition, term } = entry;
      const schema = admission.schemaOf(entry);
      const fields = Object.keys((schema['properties'] as Record<string, unknown> | undefined) ?? {});
      return {
        name: definition.name,
        term: term.name,
        systems: definition.systems,
        labels: inAll((language) => labels.text(language, `${term.name}.command.${definition.name}`)),
        schema,
        fields: Object.fromEntries(
          fields.map((field) => [
            field,
            { class: classOf(entry, field), labels: inAll((language) => labels.field(language, term.name, field)) },
          ]),
        ),
        refusals: definition.refusals.map((code) => ({ code, message: inAll((language) => labels.refusal(language, code)) })),
      };
    });
  }
}
