import {
  BytesBroken,
  type Changes,
  changesSince,
  countOf,
  type Edition,
  type EditionReaders,
  editionsOf,
  type EditionBytes,
  type EditionViews,
  knownAt,
} from '@app/indicators';
import type { ReportingPeriod } from '@app/partnership/reporting-period/reporting-period.events';
import type { CommandAnswer } from '@app/recording';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Problem } from '../http/problem';
import { invalid } from '../reading/query-parameters';
import { Reading } from '../reading/reading';
import { EDITION_BYTES, EDITION_VIEWS } from '../tokens';

export interface SentFile {
  readonly mediaType: string;
  /** Absent for the canonical JSON, which holds every language that there is. */
  readonly language?: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** How a live view stands beside its editions. */
export interface EditionNotice extends Pick<Edition, 'id' | 'period' | 'edition' | 'current'> {
  readonly changed: boolean;
  /** How many figures, targets, actions, scores, texts and lists differ. */
  readonly changes: number;
}

const JSON_TYPE = 'application/json';

/** The media types of the files that are sent, by what a query calls them. */
const FORMATS: Readonly<Record<string, string>> = {
  json: JSON_TYPE,
  csv: 'text/csv',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What was frozen: which editions there are, their bytes, and what changed since. */
@Injectable()
export class Editions {
  readonly #logger = new Logger('Editions');

  constructor(
    private readonly reading: Reading,
    @Inject(EDITION_BYTES) private readonly bytes: EditionBytes,
    @Inject(EDITION_VIEWS) private readonly views: EditionViews,
  ) {}

  /** Asks the read models that editions are made of. @throws Problem for a query that cannot be read */
  read<T>(ask: (read: EditionReaders) => T): T {
    return this.reading.answer('facts', (facts) => ask({ facts, index: this.reading.reader('event-index') }));
  }

  list(wanted: Partial<ReportingPeriod> = {}): readonly Edition[] {
    return this.reading.answer('facts', (db) => editionsOf(db, knownAt(db, {}), wanted));
  }

  /** @throws Problem 404 */
  find(id: string): Edition {
    const found = this.list().find((edition) => edition.id === id);
    if (!found) throw new Problem(404, 'edition.not-found');
    return found;
  }

  /** The edition that a freeze made, as it was then; of a freeze that said nothing new, the one that stands. */
  async madeBy({ eventIds, position }: CommandAnswer, { view, subject, period }: ReportingPeriod): Promise<Edition> {
    await this.reading.waitFor(position, 'facts');
    const [through] = eventIds;
    const made = this.reading.answer('facts', (db) =>
      editionsOf(db, knownAt(db, through === undefined ? {} : { through }), { view, subject, period }).find(({ id, current }) =>
        through === undefined ? current : id === through,
      ),
    );
    if (!made) throw new Problem(404, 'edition.not-found');
    return made;
  }

  /** The one edition with that number. @throws Problem 404, or 400 when several periods have one and `period` does not say which. */
  numbered(number: string, wanted: Partial<ReportingPeriod>): Edition {
    const [edition, ...others] = this.list(wanted).filter((candidate) => String(candidate.edition) === number);
    if (!edition) throw new Problem(404, 'edition.not-found');
    if (others.length > 0) throw invalid('period');
    return edition;
  }

  /**
   * The bytes as they were sent; without a format the canonical JSON.
   * @throws Problem 404 for a file that was not sent, 500 for bytes that are lost or changed.
   */
  file(edition: Edition, format = 'json', language?: string): SentFile {
    const mediaType = FORMATS[format];
    if (mediaType === undefined) throw invalid('format');
    if (mediaType === JSON_TYPE) return this.sent(edition, mediaType, edition.sha256);
    const rendering = edition.renderings.find((file) => file.mediaType === mediaType && file.language === language);
    if (!rendering) throw new Problem(404, 'edition.no-such-file');
    return { ...this.sent(edition, mediaType, rendering.sha256), language: rendering.language };
  }

  changes(edition: Edition): Changes {
    const view = this.views.get(edition.view);
    if (!view) throw new Problem(404, 'edition.unknown-view');
    const content = this.content(edition);
    return this.read((read) => changesSince(read, view, edition, content, this.reading.asking()));
  }

  /** What was frozen, as data. */
  content(edition: Edition): object {
    return JSON.parse(this.file(edition).bytes.toString()) as object;
  }

  /** Each edition of a subject with whether the record has moved on since. */
  notices(wanted: Partial<ReportingPeriod>): readonly EditionNotice[] {
    return this.list(wanted).map((edition) => {
      const changes = countOf(this.changes(edition));
      return { id: edition.id, period: edition.period, edition: edition.edition, current: edition.current, changed: changes > 0, changes };
    });
  }

  private sent({ id }: Edition, mediaType: string, sha256: string): SentFile {
    try {
      const bytes = this.bytes.get(sha256);
      if (bytes) return { mediaType, sha256, bytes };
    } catch (error) {
      if (!(error instanceof BytesBroken)) throw error;
      this.#logger.error(`edition ${id}: ${error.message}`);
      throw new Problem(500, 'edition.bytes-broken');
    }
    this.#logger.error(`edition ${id}: the bytes of ${sha256} are not in the store of editions`);
    throw new Problem(500, 'edition.bytes-missing');
  }
}
