import { LANGUAGES, type Labels } from '@app/labels';
import { Admission, type CatalogueEntry, type JsonSchema } from '@app/recording';

export interface CommandDescription {
  readonly name: string;
  readonly term: string;
  readonly systems: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly schema: JsonSchema;
  readonly fields: Readonly<Record<string, { class: string; labels: Readonly<Record<string, string>> }>>;
  readonly refusals: readonly { code: string; message: Readonly<Record<string, string>> }[];
}

/** What `GET /api/commands` and the OpenAPI document say of each command; made once. */
export class CommandDescriptions {
  readonly all: readonly CommandDescription[];

  constructor(entries: readonly CatalogueEntry[], admission: Admission, labels: Labels) {
    const inAll = (text: (language: (typeof LANGUAGES)[number]) => string) =>
      Object.fromEntries(LANGUAGES.map((language) => [language, text(language)]));
    this.all = entries.map((entry) => {
      const { definition, term, classes } = entry;
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
            // A field that no event carries under its name steers the command or goes to the envelope: it is ours alone.
            { class: classes[field] ?? 'internal', labels: inAll((language) => labels.field(language, term.name, field)) },
          ]),
        ),
        refusals: definition.refusals.map((code) => ({ code, message: inAll((language) => labels.refusal(language, code)) })),
      };
    });
  }
}
