import type { Position } from '@app/event-store';
import type { Projections } from '@app/projections';
import type { ReactionRunner } from '@app/recording';

/** Whether the service answers in full: its first import is done, and the projections have reached the head they found. */
export class Readiness {
  #importing = false;
  #target: Position | undefined;
  #failure: string | undefined;

  constructor(
    private readonly projections: Projections,
    private readonly reactions: Pick<ReactionRunner, 'status'>,
    head: Position | undefined,
  ) {
    this.#target = head;
  }

  importStarted(): void {
    this.#importing = true;
  }

  importDone(last: Position | undefined): void {
    this.#importing = false;
    this.#target = last ?? this.#target;
  }

  importFailed(reason: string): void {
    this.#failure = reason;
  }

  async check(): Promise<{ ready: boolean; checks: Readonly<Record<string, string>> }> {
    const target = this.#target;
    const status = await this.projections.status().catch(() => undefined);
    if (!status) return { ready: false, checks: { import: this.importState, projections: 'dead' } };
    const behind = status.filter(
      ({ ready, position }) => !ready || (target !== undefined && (position === undefined || position < target)),
    );
    const checks = {
      import: this.importState,
      ...Object.fromEntries(
        status.map(({ name, state }) => [name, behind.some((projection) => projection.name === name) ? `${state}, behind` : state]),
      ),
      // One that stands still is shown; what was recorded is answered all the same.
      ...Object.fromEntries(this.reactions.status().map(({ name, state }) => [`reaction ${name}`, state])),
    };
    return { ready: !this.#importing && this.#failure === undefined && behind.length === 0, checks };
  }

  private get importState(): string {
    return this.#failure ?? (this.#importing ? 'running' : 'done');
  }
}
