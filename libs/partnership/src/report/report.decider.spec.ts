import { given, onDay } from '@app/decider/spec';
import { approveSection, draftReport, issueReport, reopenReport, reportEvolution, textKey, writeSection } from './report.decider';
import {
  isSectionOf,
  reportDrafted,
  reportIssued,
  reportReopened,
  sectionApproved,
  sectionWritten,
  type TextLanguage,
} from './report.events';

const of = { template: 'action-sheets', year: 2021 } as const;
const draft = { ...of, period: { from: '2021-01-01', to: '2021-12-31' }, plan: '2021' };
const bound = { token: 'sessies', figure: 'eyJpbmRpY2F0b3IiOiJ4In0', format: 'value' } as const;
const text = (textLanguage: TextLanguage = 'nl', words = 'Er waren {{sessies}} sessies.') => ({
  ...of,
  section: 'strategy',
  textLanguage,
  text: words,
  numbers: [bound],
});
const place = (textLanguage: TextLanguage = 'nl') => ({ ...of, section: 'strategy', textLanguage });

const drafted = [reportDrafted, draft] as const;
const written = (textLanguage: TextLanguage = 'nl') => [sectionWritten, text(textLanguage)] as const;
/** The events of a spec are named by their revision. */
const eventAt = (revision: number) => `00000000-0000-8000-8000-${String(revision).padStart(12, '0')}`;
const approved = (textLanguage: TextLanguage, revision: number) =>
  [sectionApproved, { ...place(textLanguage), writing: eventAt(revision) }] as const;
const issued = [reportIssued, of, { occurred: onDay('2022-03-01') }] as const;
const march = { occurred: onDay('2022-03-01') };
const reopened = [reportReopened, { ...of, reason: 'error-found' }, march] as const;
const report = (...history: Parameters<typeof given>[1]) => given(reportEvolution, history);

describe('draft a report', () => {
  it('opens it for its period and plan, once', () => {
    expect(report().then(draftReport, draft)).toEqual([['ReportDrafted', draft]]);
    expect(report(drafted).then(draftReport, draft)).toEqual([]);
  });

  it('refuses another period or plan, and a period that ends before it begins', () => {
    expect(report(drafted).refuses(draftReport, { ...draft, plan: '2024' })).toBe('report.already-drafted');
    const backwards = { ...draft, period: { from: '2021-12-31', to: '2021-01-01' } };
    expect(report().refuses(draftReport, backwards)).toBe('report.period-ends-before-it-begins');
  });
});

describe('write a section', () => {
  it('takes a text in with its numbers bound', () => {
    expect(report(drafted).then(writeSection, text())).toEqual([['SectionWritten', text()]]);
    const plain = { ...place(), text: 'Zonder cijfers, in 2021.' };
    expect(report(drafted).then(writeSection, plain)).toEqual([['SectionWritten', plain]]);
  });

  it('says nothing twice, and keeps what stood before', () => {
    expect(report(drafted, written()).then(writeSection, text())).toEqual([]);
    const other = text('nl', 'Dit jaar {{sessies}}.');
    expect(report(drafted, written()).then(writeSection, other)).toEqual([['SectionWritten', other]]);
    const { state } = report(drafted, written(), [sectionWritten, other]);
    expect(state.texts.get(textKey(place()))?.map(({ data }) => data.text)).toEqual([text().text, other.text]);
  });

  it.each([
    ['report.unknown-section', { ...text(), section: '1.1' }],
    ['report.unknown-token', { ...text(), numbers: [] }],
    ['report.token-bound-twice', { ...text(), numbers: [bound, bound] }],
    ['report.unused-number', { ...text(), numbers: [bound, { ...bound, token: 'leden' }] }],
    ['report.nothing-to-compare', { ...text(), numbers: [{ ...bound, format: 'factor' as const }] }],
    ['report.nothing-to-compare', { ...text(), numbers: [{ ...bound, other: bound.figure }] }],
    ['report.typed-number', text('nl', 'Er waren {{sessies}} sessies, 3 meer.')],
  ] as const)('refuses with %s', (code, command) => {
    expect(report(drafted).refuses(writeSection, command)).toBe(code);
  });

  it('says which number was typed and where', () => {
    expect(() => report(drafted).then(writeSection, text('nl', 'Er waren {{sessies}} sessies, 3 meer.'))).toThrow(
      expect.objectContaining({ params: { number: '3', at: 30 }, field: '/text' }),
    );
  });

  it('refuses what nobody drafted, and what has gone out', () => {
    expect(report().refuses(writeSection, text())).toBe('report.not-drafted');
    expect(report(drafted, issued).refuses(writeSection, text())).toBe('report.issued');
    expect(report(drafted, issued, reopened).then(writeSection, text())).toEqual([['SectionWritten', text()]]);
  });
});

describe('approve a section', () => {
  it('approves the text that stands, once', () => {
    expect(report(drafted, written()).then(approveSection, place())).toEqual([['SectionApproved', { ...place(), writing: eventAt(1) }]]);
    expect(report(drafted, written(), approved('nl', 1)).then(approveSection, place())).toEqual([]);
  });

  it('has to be done anew when the text is written anew, or corrected', () => {
    const again = [sectionWritten, text('nl', 'Dit jaar {{sessies}}.')] as const;
    expect(report(drafted, written(), approved('nl', 1), again).then(approveSection, place())).toEqual([
      ['SectionApproved', { ...place(), writing: eventAt(3) }],
    ]);
    const corrected = [...again, { corrects: eventAt(1) }] as const;
    expect(report(drafted, written(), approved('nl', 1), corrected).then(approveSection, place())).toEqual([
      ['SectionApproved', { ...place(), writing: eventAt(3) }],
    ]);
  });

  it('refuses what is not there, not drafted, or gone out', () => {
    expect(report(drafted).refuses(approveSection, place())).toBe('report.not-written');
    expect(report().refuses(approveSection, place())).toBe('report.not-drafted');
    expect(report(drafted, written(), issued).refuses(approveSection, place())).toBe('report.issued');
  });
});

describe('issue a report', () => {
  const both = [drafted, written('nl'), written('fr'), approved('nl', 1), approved('fr', 2)] as const;

  it('lets it go out when every text is there in Dutch and French and approved', () => {
    const renderings = [{ textLanguage: 'fr', format: 'html', sha256: 'a'.repeat(64) }] as const;
    expect(report(...both).then(issueReport, { ...of, renderings })).toEqual([['ReportIssued', { ...of, renderings }]]);
    expect(report(drafted).then(issueReport, of)).toEqual([['ReportIssued', of]]);
  });

  it('says nothing twice, and goes out again after it was reopened', () => {
    expect(report(drafted, issued).then(issueReport, of, march)).toEqual([]);
    expect(report(drafted, issued, reopened).then(issueReport, of, march)).toEqual([['ReportIssued', of]]);
  });

  it.each([
    ['report.language-missing', [drafted, written('nl'), approved('nl', 1)]],
    ['report.language-missing', [drafted, written('en'), approved('en', 1)]],
    ['report.not-approved', [drafted, written('nl'), written('fr'), approved('nl', 1)]],
    ['report.not-drafted', []],
    ['report.issued', [drafted, issued]],
  ] as const)('refuses with %s', (code, history) => {
    expect(report(...history).refuses(issueReport, of)).toBe(code);
  });
});

describe('reopen a report', () => {
  const reopening = { ...of, reason: 'error-found' } as const;

  it('opens what has gone out, once', () => {
    expect(report(drafted, issued).then(reopenReport, reopening)).toEqual([['ReportReopened', reopening]]);
    expect(report(drafted, issued, reopened).then(reopenReport, reopening, march)).toEqual([]);
  });

  it('refuses what is open', () => {
    expect(report(drafted).refuses(reopenReport, reopening)).toBe('report.not-issued');
    expect(report(drafted, issued, reopened).refuses(reopenReport, reopening)).toBe('report.not-issued');
  });
});

describe('the sections of a template', () => {
  it.each([
    ['partnership-2025', '2.3', true],
    ['partnership-2025', 'action-3', false],
    ['action-sheets', 'action-3', true],
    ['action-sheets', 'action-03', false],
  ] as const)('%s has %s: %s', (template, section, there) => {
    expect(isSectionOf(template, section)).toBe(there);
  });
});
