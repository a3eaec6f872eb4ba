export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * A decision against a command: it contradicts what is recorded. `code` is stable, `<term>.<name>`, and names its label
 * `<term>.refusal.<name>`; `field` is the JSON pointer of the offending field, where one can be named.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly params: RefusalParams = {},
    readonly field?: string,
  ) {
    super(code);
  }
}

/** Refuses unless `condition` holds. */
export function ensure(condition: boolean, code: string, params: RefusalParams = {}, field?: string): asserts condition {
  if (!condition) throw new Refusal(code, params, field);
}
