import type { Dispatchable } from './dispatch';

/** Every command that the service takes, by name. */
export class Dispatchables {
  readonly byName: ReadonlyMap<string, Dispatchable>;

  constructor(readonly all: readonly Dispatchable[]) {
    this.byName = new Map(all.map((dispatchable) => [dispatchable.entry.definition.name, dispatchable]));
  }
}
