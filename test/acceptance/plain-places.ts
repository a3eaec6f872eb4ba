import type { RecordedEvent } from '@app/decider';

interface Place {
  readonly level: string;
  readonly from: string;
  until: string | undefined;
  readonly parents: { readonly on: string; readonly codes: readonly string[] }[];
}

/** Where places lie, from the events of the tree as they stand: asked day by day, which is plain and slow. */
export class PlainPlaces {
  private readonly places = new Map<string, Place>();
  private readonly answers = new Map<string, boolean>();

  constructor(standing: readonly RecordedEvent[]) {
    for (const event of standing) this.take(event);
  }

  private take({ type, data, occurred: { from: on } }: RecordedEvent<string, any>): void {
    if (type === 'TerritoryDefined')
      for (const { code, parents = [] } of data.units)
        this.places.set(code, { level: data.level, from: on, until: undefined, parents: [{ on: '', codes: parents }] });
    if (type === 'TerritoryBoundaryChanged')
      for (const { code, parents, into } of data.changes) {
        const place = this.places.get(code);
        if (parents) place?.parents.push({ on, codes: parents });
        if (place && into) place.until = on;
      }
    if (type === 'TerritoryEnded')
      for (const code of data.codes) {
        const place = this.places.get(code);
        if (place) place.until = on;
      }
  }

  /** Whether a place lies wholly in another on a day; what is named by its own code does, tree or no tree. */
  liesIn(code: string, container: string, day: string): boolean {
    if (code === container) return true;
    const key = `${code}|${container}|${day}`;
    const known = this.answers.get(key) ?? this.lies(code, container, day);
    this.answers.set(key, known);
    return known;
  }

  private lies(code: string, container: string, day: string): boolean {
    const place = this.places.get(code);
    if (!place || day < place.from || (place.until !== undefined && day >= place.until)) return false;
    if (code === container) return true;
    const changes = place.parents.filter(({ on }) => on <= day);
    const last = changes.reduce((latest, change) => (change.on >= latest.on ? change : latest), changes[0]!);
    const levels = new Set(last.codes.map((parent) => this.places.get(parent)?.level));
    return [...levels].some((level) =>
      last.codes.filter((parent) => this.places.get(parent)?.level === level).every((parent) => this.lies(parent, container, day)),
    );
  }
}
