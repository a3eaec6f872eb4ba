import { correcting, type Journey, on, refused, step } from './steps';

const report = { template: 'action-sheets', year: 2021 };
const query = {
  indicator: 'information-sessions',
  version: 1,
  from: '2021-01-01',
  to: '2021-12-31',
  origin: 'record',
  asOf: '2022-01-31',
  knownOn: '2022-01-31',
};
const sessions = { token: 'sessions', figure: Buffer.from(JSON.stringify(query)).toString('base64url'), format: 'value-with-kind' };
const section = (textLanguage: string) => ({ ...report, section: 'strategy', textLanguage });
const words = { nl: 'Er waren {{sessions}}.', fr: 'Il y a eu {{sessions}}.' };

/** What a funder is sent. */
export const reportJourneys: readonly Journey[] = [
  {
    name: 'report',
    systems: ['SYS-55'],
    steps: [
      refused('write-section', { ...section('nl'), text: words.nl, numbers: [sessions], ...on('2022-02-01') }, 'report.not-drafted'),
      step('draft-report', { ...report, period: { from: '2021-01-01', to: '2021-12-31' }, plan: '2021', ...on('2022-02-01') }),
      refused('write-section', { ...section('nl'), text: 'Er waren 30 sessies.', ...on('2022-02-01') }, 'report.typed-number'),
      step('write-section', { ...section('nl'), text: words.nl, numbers: [sessions], ...on('2022-02-01') }, 'text'),
      step('approve-section', { ...section('nl'), ...on('2022-02-10') }),
      refused('issue-report', { ...report, ...on('2022-03-01') }, 'report.language-missing'),
      step('write-section', { ...section('fr'), text: words.fr, numbers: [sessions], ...on('2022-02-11') }),
      refused('issue-report', { ...report, ...on('2022-03-01') }, 'report.not-approved'),
      step('approve-section', { ...section('fr'), ...on('2022-02-12') }),
      step('issue-report', { ...report, ...on('2022-03-01') }, 'issued'),
      refused('approve-section', { ...section('fr'), ...on('2022-03-02') }, 'report.issued'),
      step('issue-report', { ...report, ...on('2022-04-01'), ...correcting('issued', 'wrong-date') }),
      step('reopen-report', { ...report, reason: 'late-information', ...on('2022-05-01') }),
    ],
    figures: [
      { indicator: 'reports-issued', period: '2022-03', by: [1, 0] },
      { indicator: 'reports-issued', period: '2022-04', by: [0, 1] },
      { indicator: 'report-sections-written', period: '2022-02', by: [2, 2] },
    ],
  },
];
