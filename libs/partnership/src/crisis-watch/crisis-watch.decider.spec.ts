import { Sealed } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import { crisisWatchEvolution, endCrisisAlert, raiseCrisisAlert, recordCrisisObservation } from './crisis-watch.decider';
import { crisisAlertEnded, crisisAlertRaised, crisisObservationRecorded } from './crisis-watch.events';
import { crisisWatchFacts } from './crisis-watch.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const sign = { channel: 'press', theme: 'epidemic' } as const;
const observed = [crisisObservationRecorded, sign, on('2021-03-01')] as const;
const raised = [crisisAlertRaised, { level: 'alert' }, on('2021-03-05')] as const;
const ended = [crisisAlertEnded, { reason: 'over' }, on('2021-04-01')] as const;
const watch = (...history: readonly Given[]) => given(crisisWatchEvolution, history);
const over = watch(observed, raised, ended);

describe('record an early sign', () => {
  it('opens a matter or adds to it, the account sealed', () => {
    const account = new Sealed('wat er stond');
    expect(JSON.stringify(watch().when(recordCrisisObservation, { ...sign, account })[0]!.data)).not.toContain('stond');
    expect(watch().then(recordCrisisObservation, sign)).toEqual([['CrisisObservationRecorded', sign]]);
    expect(watch(observed, raised).then(recordCrisisObservation, sign, on('2021-03-10'))).toEqual([['CrisisObservationRecorded', sign]]);
  });

  it('says nothing twice, not even later or when corrected', () => {
    expect(over.then(recordCrisisObservation, sign, on('2021-03-01'))).toEqual([]);
    const corrected = watch(observed, raised, [crisisObservationRecorded, sign, { ...on('2021-02-28'), corrects: FIRST }]);
    expect(corrected.then(recordCrisisObservation, sign, on('2021-02-28'))).toEqual([]);
  });

  it('refuses with crisis-watch.ended', () => {
    expect(over.refuses(recordCrisisObservation, sign, on('2021-04-02'))).toBe('crisis-watch.ended');
  });
});

describe('raise an alert', () => {
  it('says its level, once', () => {
    expect(watch(observed).then(raiseCrisisAlert, { level: 'alert' }, on('2021-03-05'))).toEqual([
      ['CrisisAlertRaised', { level: 'alert' }],
    ]);
    expect(over.then(raiseCrisisAlert, { level: 'alert' }, on('2021-03-05'))).toEqual([]);
  });

  it.each([
    ['crisis-watch.nothing-observed', watch(), '2021-03-05'],
    ['crisis-watch.already-raised', watch(observed, raised), '2021-03-06'],
    ['crisis-watch.ended', watch(observed, ended), '2021-04-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(raiseCrisisAlert, { level: 'crisis' }, on(day))).toBe(code);
  });
});

describe('end an alert', () => {
  it('says why, once', () => {
    expect(watch(observed, raised).then(endCrisisAlert, { reason: 'over' }, on('2021-04-01'))).toEqual([
      ['CrisisAlertEnded', { reason: 'over' }],
    ]);
    expect(over.then(endCrisisAlert, { reason: 'over' }, on('2021-04-01'))).toEqual([]);
  });

  it.each([
    ['crisis-watch.no-alert', watch(observed), '2021-04-01'],
    ['crisis-watch.ends-before-it-begins', watch(observed, raised), '2021-03-04'],
    ['crisis-watch.ended', over, '2021-04-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(endCrisisAlert, { reason: 'false-alarm' }, on(day))).toBe(code);
  });
});

describe('facts of a crisis watch', () => {
  const at = { streamId: 'crisis-watch-c', ...on('2021-04-01') };
  const row = (type: string, countKind: string, dims: object) => ({
    type,
    countKind,
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind: 'none',
    subjectKey: 'crisis-watch-c',
    groupKey: 'crisis-watch-c',
    dims,
  });

  it('count signs and alerts, and end what lasts', () => {
    expect(crisisWatchFacts['CrisisObservationRecorded']!(recorded(crisisObservationRecorded, sign, at))).toEqual([
      row('crisis-observation-recorded', 'signal', sign),
    ]);
    expect(crisisWatchFacts['CrisisAlertRaised']!(recorded(crisisAlertRaised, { level: 'alert' } as const, at))).toEqual([
      row('crisis-alert-raised', 'alert', { level: 'alert' }),
    ]);
    expect(crisisWatchFacts['CrisisAlertEnded']!(recorded(crisisAlertEnded, { reason: 'over' } as const, at))).toEqual([
      { change: ['crisis-alert-raised'], validTo: '2021-04-01' },
      row('crisis-alert-ended', 'alert', { reason: 'over' }),
    ]);
  });
});
