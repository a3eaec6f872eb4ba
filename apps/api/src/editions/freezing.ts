import { canonicalJson } from '@app/audit';
import {
  BadQuery,
  checkDay,
  definitionsUsed,
  type EditionAt,
  type EditionBytes,
  type EditionView,
  type EditionViews,
  knownAt,
  quotedIn,
  targetRevisions,
} from '@app/indicators';
import type { EventStore } from '@app/event-store';
import type { CommandBody } from '@app/partnership';
import type { FreezePeriod } from '@app/partnership/reporting-period/reporting-period.decider';
import type { Rendering } from '@app/partnership/reporting-period/reporting-period.events';
import { type CommandAnswer, KeyReused, Recorder, type RecordRequest } from '@app/recording';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Dispatchables } from '../commands/dispatchables';
import { Problem } from '../http/problem';
import { Reading } from '../reading/reading';
import { EDITION_BYTES, EDITION_VIEWS, STORE } from '../tokens';
import type { EditionBody } from './edition-body';
import { Editions } from './editions';

/** Who freezes, by which key, as for any command. */
export type Freezer = Pick<RecordRequest, 'principal' | 'key' | 'correlationId'>;

/** What a content was made with, so that a later reader knows why it says what it says. */
function madeWith(view: EditionView, content: object): Pick<FreezePeriod, 'hierarchy' | 'definitions' | 'targets' | 'template'> {
  const quoted = quotedIn(content);
  return {
    // Figures count a place in the territory that it belonged to on the day of the fact.
    hierarchy: 'then',
    definitions: definitionsUsed(quoted),
    targets: targetRevisions(quoted),
    ...(view.template ? { template: view.template(content) } : {}),
  };
}

/** Makes editions: the content at K, its bytes durable, and then the event, by the command path. */
@Injectable()
export class Freezing {
  constructor(
    private readonly bus: CommandBus,
    private readonly dispatchables: Dispatchables,
    private readonly recorder: Recorder,
    private readonly reading: Reading,
    private readonly editions: Editions,
    @Inject(STORE) private readonly store: Pick<EventStore, 'head'>,
    @Inject(EDITION_BYTES) private readonly bytes: EditionBytes,
    @Inject(EDITION_VIEWS) private readonly views: EditionViews,
  ) {}

  /**
   * The answer of the command that froze it. Under the key of an earlier freeze that is the earlier answer, though the record has moved on since.
   * @throws KeyReused when the earlier freeze was asked for otherwise; Problem 403 for a generator, 404 for an unknown view or subject; what
   * `freeze-period` refuses.
   */
  async freeze(asked: EditionBody, freezer: Freezer): Promise<CommandAnswer> {
    return (
      (await this.frozenBefore(asked, freezer)) ??
      (await this.freezeNow(asked, freezer).catch((error) => this.overtaken(error, asked, freezer)))
    );
  }

  /** The same freeze, sent twice at once: the other one won, at a K of its own. */
  private async overtaken(error: unknown, asked: EditionBody, freezer: Freezer): Promise<CommandAnswer> {
    const answer = error instanceof KeyReused ? await this.frozenBefore(asked, freezer) : undefined;
    if (!answer) throw error;
    return answer;
  }

  private async frozenBefore(asked: EditionBody, freezer: Freezer): Promise<CommandAnswer | undefined> {
    const answer = await this.recorder.recorded({ ...freezer, entry: this.command.entry, body: asked });
    if (!answer) return undefined;
    const { asOf, knownOn, renderings } = await this.editions.madeBy(answer, asked);
    const { languages = renderings.map(({ language }) => language) } = asked;
    const alike =
      (asked.asOf ?? asOf) === asOf &&
      (asked.knownOn ?? knownOn) === knownOn &&
      renderings.every(({ language }) => languages.includes(language));
    if (!alike) throw new KeyReused('command.key-reused');
    return answer;
  }

  private async freezeNow(asked: EditionBody, freezer: Freezer): Promise<CommandAnswer> {
    // What a generator records is synthetic, and an edition is of the record.
    if (freezer.principal.kind === 'generator') throw new Problem(403, 'edition.not-synthetic');
    const { asOf: _asOf, knownOn: _knownOn, languages, ...said } = asked;
    const view = this.views.get(asked.view);
    if (!view) throw new Problem(404, 'edition.unknown-view', {}, [{ pointer: '/view', code: 'edition.unknown-view' }]);
    const at = await this.lookFrom(asked);
    const content = this.contentOf(view, asked, at);
    const { asOf, knownOn, through } = at;
    const body: CommandBody & FreezePeriod = {
      ...said,
      ...{ asOf, knownOn, through },
      ...madeWith(view, content),
      sha256: this.bytes.put(Buffer.from(canonicalJson(content))),
      renderings: await this.rendered(view, content, languages),
    };
    const { entry, command } = this.command;
    return this.bus.execute<InstanceType<typeof command>, CommandAnswer>(new command({ ...freezer, entry, body }));
  }

  /** K and A, once the read models have taken in what was recorded before the freeze was asked for. */
  private async lookFrom({ asOf, knownOn }: EditionBody): Promise<EditionAt> {
    await this.reading.waitForIndexed(await this.store.head());
    const asking = this.reading.asking();
    return this.reading.answer('facts', (db) => {
      if (asOf !== undefined) checkDay(asOf, 'asOf');
      if (knownOn !== undefined && checkDay(knownOn, 'knownOn') > asking.today) throw new BadQuery('edition.not-known-yet', 'knownOn');
      const { through, day } = knownAt(db, knownOn === undefined ? {} : { knownOn }, asking);
      if (through === undefined) throw new BadQuery('edition.nothing-recorded', 'knownOn');
      return { ...asking, asOf: asOf ?? day, knownOn: day, through };
    });
  }

  private contentOf(view: EditionView, asked: EditionBody, at: EditionAt): object {
    const content = this.editions.read((read) => view.content(read, asked, at));
    if (!content) throw new Problem(404, 'edition.unknown-subject', {}, [{ pointer: '/subject', code: 'edition.unknown-subject' }]);
    return content;
  }

  private async rendered(view: EditionView, content: object, languages: EditionBody['languages']): Promise<readonly Rendering[]> {
    const files = (await view.renderings?.(content)) ?? [];
    return files
      .filter(({ language }) => languages?.includes(language) ?? true)
      .map(({ language, mediaType, bytes }) => ({ language, mediaType, sha256: this.bytes.put(bytes) }));
  }

  private get command() {
    return this.dispatchables.byName.get('freeze-period')!;
  }
}
