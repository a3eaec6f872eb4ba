import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats, sameData } from '@app/decider';
import { tokensOf, typedNumbers } from './report-text.decider';
import {
  type BoundNumber,
  isSectionOf,
  reportDrafted,
  type ReportDraftedData,
  reportIssued,
  type ReportIssuedData,
  reportReopened,
  type ReportReopenedData,
  sectionApproved,
  type SectionRef,
  sectionWritten,
  type SectionWrittenData,
} from './report.events';

/** A text as somebody wrote it once. */
export interface Writing extends Kept<SectionWrittenData> {
  readonly eventId: string;
  readonly approvedOn?: string;
}

export interface ReportState {
  readonly drafted?: Kept<ReportDraftedData>;
  /** The writings of each section and language, the last one at the end; see `textKey`. */
  readonly texts: ReadonlyMap<string, readonly Writing[]>;
  readonly issues: readonly Kept<ReportIssuedData>[];
  readonly reopenings: readonly Kept<ReportReopenedData>[];
}

type ReportEvent =
  | EventOf<typeof reportDrafted>
  | EventOf<typeof sectionWritten>
  | EventOf<typeof sectionApproved>
  | EventOf<typeof reportIssued>
  | EventOf<typeof reportReopened>;

/** Under which key the writings of a section in one language stand. */
export const textKey = ({ section, textLanguage }: Pick<SectionRef, 'section' | 'textLanguage'>): string => `${section}/${textLanguage}`;

const withText = (state: ReportState, ref: SectionRef, change: (writings: readonly Writing[]) => readonly Writing[]): ReportState => ({
  ...state,
  texts: new Map([...state.texts, [textKey(ref), change(state.texts.get(textKey(ref)) ?? [])]]),
});

const evolve = (state: ReportState, event: ReportEvent): ReportState => {
  switch (event.type) {
    case 'ReportDrafted':
      return { ...state, drafted: kept(event) };
    case 'SectionWritten':
      return withText(state, event.data, (writings) => [...writings, { ...kept(event), eventId: event.id }]);
    case 'SectionApproved':
      return withText(state, event.data, (writings) =>
        writings.map((writing) => (writing.eventId === event.data.writing ? { ...writing, approvedOn: event.occurred.from } : writing)),
      );
    case 'ReportIssued':
      return { ...state, issues: [...state.issues, kept(event)] };
    case 'ReportReopened':
      return { ...state, reopenings: [...state.reopenings, kept(event)] };
    default:
      return state;
  }
};

export const reportEvolution: Evolution<ReportState> = {
  initialState: { texts: new Map(), issues: [], reopenings: [] },
  evolve,
};

/** Whether the report has gone out and was not opened again since. */
export const isIssued = ({ issues, reopenings }: ReportState): boolean => issues.length > reopenings.length;

export const draftReport: Decide<ReportDraftedData, ReportState> = (command, { drafted }) => {
  const data = dataOf(reportDrafted, command);
  if (sameData(drafted?.data, data)) return [];
  ensure(!drafted, 'report.already-drafted');
  ensure(data.period.from <= data.period.to, 'report.period-ends-before-it-begins', {}, '/period/to');
  return [happened(reportDrafted, data)];
};

function ensureOpen(state: ReportState): void {
  ensure(state.drafted !== undefined, 'report.not-drafted');
  ensure(!isIssued(state), 'report.issued');
}

const COMPARING: readonly string[] = ['percent', 'difference', 'factor'];

/** Tokens and numbers are the same set, and what compares names what it compares with. */
function ensureBound(text: string, numbers: readonly BoundNumber[]): void {
  const tokens = tokensOf(text);
  const names = numbers.map(({ token }) => token);
  const free = tokens.find((token) => !names.includes(token));
  ensure(free === undefined, 'report.unknown-token', { token: free ?? '' }, '/text');
  for (const [n, { token, format, other }] of numbers.entries()) {
    ensure(names.indexOf(token) === n, 'report.token-bound-twice', { token }, `/numbers/${n}/token`);
    ensure(tokens.includes(token), 'report.unused-number', { token }, `/numbers/${n}/token`);
    ensure(COMPARING.includes(format) === (other !== undefined), 'report.nothing-to-compare', { token }, `/numbers/${n}/other`);
  }
}

export const writeSection: Decide<SectionWrittenData, ReportState> = (command, state) => {
  const data = dataOf(sectionWritten, command);
  ensureOpen(state);
  ensure(isSectionOf(data.template, data.section), 'report.unknown-section', { section: data.section }, '/section');
  if (sameData(state.texts.get(textKey(data))?.at(-1)?.data, data)) return [];
  ensureBound(data.text, data.numbers ?? []);
  const [typed] = typedNumbers(data.text);
  ensure(typed === undefined, 'report.typed-number', { number: typed?.text ?? '', at: typed?.at ?? 0 }, '/text');
  return [happened(sectionWritten, data)];
};

export const approveSection: Decide<SectionRef, ReportState> = (command, state) => {
  ensureOpen(state);
  const last = state.texts.get(textKey(command))?.at(-1);
  ensure(last !== undefined, 'report.not-written', { section: command.section }, '/section');
  if (last.approvedOn !== undefined) return [];
  return [happened(sectionApproved, dataOf(sectionApproved, { ...command, writing: last.eventId }))];
};

/** The languages without which no text goes out; English stands beside them where it is written. */
const COMPULSORY = ['nl', 'fr'] as const;

function ensurePublishable({ texts }: ReportState): void {
  const current = [...texts.values()].flatMap((writings) => writings.at(-1) ?? []);
  for (const { data, approvedOn } of current) {
    const { section, textLanguage } = data;
    const absent = COMPULSORY.find((language) => !texts.get(textKey({ section, textLanguage: language }))?.length);
    ensure(absent === undefined, 'report.language-missing', { section, language: absent ?? '' });
    ensure(approvedOn !== undefined, 'report.not-approved', { section, language: textLanguage });
  }
}

export const issueReport: Decide<ReportIssuedData, ReportState> = (command, state, { occurred }) => {
  const data = dataOf(reportIssued, command);
  if (isIssued(state) && repeats(state.issues.at(-1), data, occurred)) return [];
  ensureOpen(state);
  ensurePublishable(state);
  return [happened(reportIssued, data)];
};

export const reopenReport: Decide<ReportReopenedData, ReportState> = (command, state, { occurred }) => {
  const data = dataOf(reportReopened, command);
  if (!isIssued(state) && repeats(state.reopenings.at(-1), data, occurred)) return [];
  ensure(isIssued(state), 'report.not-issued');
  return [happened(reportReopened, data)];
};
