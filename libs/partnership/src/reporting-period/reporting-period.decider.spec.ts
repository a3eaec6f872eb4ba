import { type Given, given } from '@app/decider/spec';
import { type FreezePeriod, freezePeriod, openPeriod, reopenPeriod, reportingPeriodEvolution } from './reporting-period.decider';
import { periodFrozen, periodOpened, periodReopened, type ReportingPeriod } from './reporting-period.events';

const scope: ReportingPeriod = { view: 'plan', subject: '2021', period: '2021' };
const event = '3f0c9a52-4a1b-8c3d-9e5f-6a7b8c9d0e1f';
const pdf = { language: 'nl', mediaType: 'application/pdf', sha256: 'b'.repeat(64) } as const;
const content: FreezePeriod = {
  ...scope,
  asOf: '2021-12-31',
  knownOn: '2022-02-01',
  through: event,
  hierarchy: 'then',
  definitions: [{ code: 'information-sessions', version: 1 }],
  targets: [event],
  sha256: 'a'.repeat(64),
  renderings: [pdf],
};
const corrected: FreezePeriod = { ...content, sha256: 'c'.repeat(64) };
const why = { ...scope, reason: { nl: 'Een sessie ontbrak', fr: 'Une séance manquait' } };

const opened: Given = [periodOpened, scope];
const frozen = (edition: number): Given => [periodFrozen, { ...content, edition }];
const reopened: Given = [periodReopened, why];
const period = (...history: Given[]) => given(reportingPeriodEvolution, history);

describe('open a period', () => {
  it('lets people work towards an edition', () => {
    expect(period().then(openPeriod, scope)).toEqual([['PeriodOpened', scope]]);
  });

  it('says nothing twice, of a reopened period either', () => {
    expect(period(opened).then(openPeriod, scope)).toEqual([]);
    expect(period(opened, frozen(1), reopened).then(openPeriod, scope)).toEqual([]);
  });

  it('refuses with reporting-period.frozen', () => {
    expect(period(opened, frozen(1)).refuses(openPeriod, scope)).toBe('reporting-period.frozen');
  });
});

describe('freeze a period', () => {
  it('makes edition 1, and the next one each time that it was reopened', () => {
    expect(period(opened).then(freezePeriod, content)).toEqual([['PeriodFrozen', { ...content, edition: 1 }]]);
    expect(period(opened, frozen(1), reopened).then(freezePeriod, corrected)).toEqual([['PeriodFrozen', { ...corrected, edition: 2 }]]);
    expect(period(opened, frozen(1), reopened, frozen(2), reopened).then(freezePeriod, content)).toEqual([
      ['PeriodFrozen', { ...content, edition: 3 }],
    ]);
  });

  it('says nothing twice', () => {
    expect(period(opened, frozen(1)).then(freezePeriod, content)).toEqual([]);
    expect(period(opened, frozen(1), reopened, frozen(2)).then(freezePeriod, content)).toEqual([]);
  });

  it('names the template of a report, where it has one', () => {
    const report = { ...content, template: { code: 'yearly-report', version: 2 } };
    expect(period(opened).then(freezePeriod, report)).toEqual([['PeriodFrozen', { ...report, edition: 1 }]]);
  });

  it.each([
    ['reporting-period.not-opened', [], content],
    ['reporting-period.frozen', [opened, frozen(1)], corrected],
    ['reporting-period.frozen', [opened, frozen(1), reopened, frozen(2)], corrected],
    ['reporting-period.rendered-twice', [opened], { ...content, renderings: [pdf, { ...pdf, sha256: 'd'.repeat(64) }] }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(period(...history).refuses(freezePeriod, command)).toBe(code);
  });
});

describe('reopen a period', () => {
  it('leaves the edition and says why', () => {
    expect(period(opened, frozen(1)).then(reopenPeriod, why)).toEqual([['PeriodReopened', why]]);
  });

  it('says nothing twice, and is news again after the next edition', () => {
    expect(period(opened, frozen(1), reopened).then(reopenPeriod, why)).toEqual([]);
    expect(period(opened, frozen(1), reopened, frozen(2)).then(reopenPeriod, why)).toEqual([['PeriodReopened', why]]);
  });

  it.each([
    ['reporting-period.not-frozen', []],
    ['reporting-period.not-frozen', [opened]],
  ] as const)('refuses with %s', (code, history) => {
    expect(period(...history).refuses(reopenPeriod, why)).toBe(code);
  });

  it('refuses another reason for a period that is open already', () => {
    const other = { ...scope, reason: { nl: 'Iets anders', fr: 'Autre chose' } };
    expect(period(opened, frozen(1), reopened).refuses(reopenPeriod, other)).toBe('reporting-period.not-frozen');
  });
});
