import type {
  DefinitionUsed,
  EditionKind,
  RenderedLanguage,
  ReportingPeriod,
} from '@app/partnership/reporting-period/reporting-period.events';
import type { Database } from 'better-sqlite3';
import type { FigureOptions } from '../figure';

/** The read models that views are made of. */
export interface EditionReaders {
  readonly facts: Database;
  /** The index of the events, as far as the facts or further. */
  readonly index: Database;
}

/** From where a view is looked at, nothing left open: the same content for as long as nothing is erased. */
export interface EditionAt extends FigureOptions {
  readonly asOf: string;
  readonly knownOn: string;
  /** K as an event. */
  readonly through: string;
}

export interface RenderedFile {
  readonly language: RenderedLanguage;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What can be frozen as an edition. */
export interface EditionView {
  readonly kind: EditionKind;
  /**
   * Pure, and nothing but JSON. Undefined when there is no such subject over such a period. Figures, targets, actions, scores and texts stand in it in the
   * shapes of this library, by which `quotedIn` finds them.
   */
  readonly content: (read: EditionReaders, of: Omit<ReportingPeriod, 'view'>, at: EditionAt) => object | undefined;
  /** Of a view that is written along a template: which one, and its version. */
  readonly template?: (content: object) => DefinitionUsed;
  /** The files that are sent of it; without it the canonical JSON is all there is. */
  readonly renderings?: (content: object) => Promise<readonly RenderedFile[]>;
}
