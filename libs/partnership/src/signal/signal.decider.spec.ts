import { Sealed } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import {
  acknowledgeSignal,
  closeSignal,
  passOnSignal,
  pickUpSignal,
  qualifySignal,
  receiveSignal,
  recordSignalAction,
  signalEvolution,
} from './signal.decider';
import {
  signalAcknowledged,
  signalActedUpon,
  signalClosedWithoutAction,
  signalPassedOn,
  signalPickedUp,
  signalQualified,
  signalReceived,
} from './signal.events';
import { signalFacts } from './signal.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const seen = { theme: 'saturation', occasion: 'meeting', meeting: 'meeting-m1' } as const;
const told = { theme: 'staff-shortage', sender: 'professional', contact: 'helpdesk-contact-h1' } as const;
const weighed = { theme: 'saturation', severity: 'high' } as const;
const vgc = { authority: 'flemish-community-commission' } as const;
const commune = (organisation: string) => ({ authority: 'commune', organisation }) as const;
const letter = { ...vgc, channel: 'letter' } as const;
const act = { ...vgc, evidence: 'funding', url: 'https://example.org/f' } as const;

const pickedUp = [signalPickedUp, seen, on('2024-02-01')] as const;
const qualified = [signalQualified, weighed, on('2024-02-05')] as const;
const passed = [signalPassedOn, letter, on('2024-02-10')] as const;
const acknowledged = [signalAcknowledged, vgc, on('2024-02-20')] as const;
const actedUpon = [signalActedUpon, act, on('2024-05-01')] as const;
const closed = [signalClosedWithoutAction, { reason: 'no-answer' }, on('2024-06-01')] as const;
const signal = (...history: readonly Given[]) => given(signalEvolution, history);
const none = signal();
const answered = signal(pickedUp, qualified, passed, acknowledged, actedUpon);
const over = signal(pickedUp, qualified, passed, closed);

describe('pick up a signal', () => {
  it('records what we noticed ourselves, the account sealed', () => {
    const account = new Sealed('what was seen');
    expect(none.when(pickUpSignal, { ...seen, account }).map(({ data }) => data)).toEqual([{ ...seen, account }]);
    expect(none.then(pickUpSignal, seen)).toEqual([['SignalPickedUp', seen]]);
  });

  it('says nothing twice, not even later', () => {
    expect(signal(pickedUp).then(pickUpSignal, seen, on('2024-02-01'))).toEqual([]);
    expect(answered.then(pickUpSignal, seen, on('2024-02-01'))).toEqual([]);
  });

  it('is corrected with what followed in sight', () => {
    const corrected = signal(pickedUp, passed, [signalPickedUp, { ...seen, theme: 'access' }, { ...on('2024-02-02'), corrects: FIRST }]);
    expect(corrected.state.pickedUp?.data.theme).toBe('access');
    expect(corrected.then(pickUpSignal, { ...seen, theme: 'access' }, on('2024-02-02'))).toEqual([]);
  });

  it.each([
    ['signal.already-raised', [pickedUp], '2024-02-02'],
    ['signal.already-raised', [[signalReceived, told, on('2024-02-01')]], '2024-02-01'],
    ['signal.before-raising', [qualified], '2024-02-06'],
    ['signal.before-raising', [passed], '2024-02-11'],
    ['signal.before-raising', [closed], '2024-06-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(signal(...history).refuses(pickUpSignal, seen, on(day))).toBe(code);
  });
});

describe('receive a signal', () => {
  it('records who told us, once', () => {
    expect(none.then(receiveSignal, told)).toEqual([['SignalReceived', told]]);
    const received = signal([signalReceived, told, on('2024-02-01')], passed);
    expect(received.then(receiveSignal, told, on('2024-02-01'))).toEqual([]);
  });

  it.each([
    ['signal.already-raised', [pickedUp], '2024-02-01'],
    ['signal.already-raised', [[signalReceived, told, on('2024-01-31')]], '2024-02-01'],
    ['signal.before-raising', [passed], '2024-02-11'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(signal(...history).refuses(receiveSignal, told, on(day))).toBe(code);
  });
});

describe('qualify a signal', () => {
  it('gives it a theme and a severity, and may do so anew', () => {
    expect(signal(pickedUp).then(qualifySignal, weighed, on('2024-02-05'))).toEqual([['SignalQualified', weighed]]);
    const worse = { ...weighed, severity: 'urgent' } as const;
    expect(signal(pickedUp, qualified).then(qualifySignal, worse, on('2024-03-01'))).toEqual([['SignalQualified', worse]]);
  });

  it('says nothing twice, not even later', () => {
    expect(signal(pickedUp, qualified).then(qualifySignal, weighed, on('2024-02-05'))).toEqual([]);
    expect(over.then(qualifySignal, weighed, on('2024-02-05'))).toEqual([]);
  });

  it.each([
    ['signal.not-raised', none, '2024-02-05'],
    ['signal.before-raising', signal(pickedUp), '2024-01-31'],
    ['signal.closed', signal(pickedUp, closed), '2024-06-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(qualifySignal, weighed, on(day))).toBe(code);
  });
});

describe('pass a signal on', () => {
  it('goes to each authority once, and to each commune', () => {
    expect(signal(pickedUp).then(passOnSignal, letter, on('2024-02-10'))).toEqual([['SignalPassedOn', letter]]);
    const mail = { ...commune('org-c1'), channel: 'mail' } as const;
    const history = signal(pickedUp, passed, [signalPassedOn, mail, on('2024-02-11')]);
    const second = { ...commune('org-c2'), channel: 'mail' } as const;
    expect(history.then(passOnSignal, second, on('2024-02-11'))).toEqual([['SignalPassedOn', second]]);
  });

  it('says nothing twice, not even later', () => {
    expect(signal(pickedUp, passed).then(passOnSignal, letter, on('2024-02-10'))).toEqual([]);
    expect(answered.then(passOnSignal, letter, on('2024-02-10'))).toEqual([]);
    expect(over.then(passOnSignal, letter, on('2024-02-10'))).toEqual([]);
  });

  it.each([
    ['signal.not-raised', none, '2024-02-10'],
    ['signal.before-raising', signal(pickedUp), '2024-01-31'],
    ['signal.closed', signal(pickedUp, closed), '2024-06-02'],
    ['signal.already-passed-on', signal(pickedUp, passed), '2024-02-12'],
    ['signal.before-passing', signal(pickedUp, acknowledged), '2024-02-21'],
    ['signal.before-passing', signal(pickedUp, actedUpon), '2024-05-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(passOnSignal, letter, on(day))).toBe(code);
  });
});

describe('acknowledge a signal', () => {
  it('is said of an authority that it was passed on to, once', () => {
    expect(signal(pickedUp, passed).then(acknowledgeSignal, vgc, on('2024-02-20'))).toEqual([['SignalAcknowledged', vgc]]);
    expect(over.then(acknowledgeSignal, vgc, on('2024-07-01'))).toEqual([['SignalAcknowledged', vgc]]);
    expect(answered.then(acknowledgeSignal, vgc, on('2024-02-20'))).toEqual([]);
  });

  it.each([
    ['signal.not-passed-on', signal(pickedUp), vgc, '2024-02-20'],
    ['signal.not-passed-on', signal(pickedUp, passed), commune('org-c1'), '2024-02-20'],
    ['signal.before-passing', signal(pickedUp, passed), vgc, '2024-02-09'],
    ['signal.already-acknowledged', answered, vgc, '2024-02-21'],
  ] as const)('refuses with %s', (code, history, addressee, day) => {
    expect(history.refuses(acknowledgeSignal, addressee, on(day))).toBe(code);
  });
});

describe('record what an authority did', () => {
  it('carries the evidence, and may come more than once', () => {
    expect(signal(pickedUp, passed).then(recordSignalAction, act, on('2024-05-01'))).toEqual([['SignalActedUpon', act]]);
    const law = { ...vgc, evidence: 'legislation' } as const;
    expect(answered.then(recordSignalAction, law, on('2024-09-01'))).toEqual([['SignalActedUpon', law]]);
  });

  it('says nothing twice', () => {
    expect(answered.then(recordSignalAction, act, on('2024-05-01'))).toEqual([]);
  });

  it.each([
    ['signal.not-passed-on', signal(pickedUp), '2024-05-01'],
    ['signal.before-passing', signal(pickedUp, passed), '2024-02-09'],
    ['signal.closed', over, '2024-07-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(recordSignalAction, act, on(day))).toBe(code);
  });
});

describe('close a signal without action', () => {
  it('says why, once', () => {
    expect(signal(pickedUp, passed).then(closeSignal, { reason: 'no-answer' }, on('2024-06-01'))).toEqual([
      ['SignalClosedWithoutAction', { reason: 'no-answer' }],
    ]);
    expect(over.then(closeSignal, { reason: 'no-answer' }, on('2024-06-01'))).toEqual([]);
  });

  it.each([
    ['signal.not-raised', none, '2024-06-01'],
    ['signal.before-raising', signal(pickedUp), '2024-01-31'],
    ['signal.closed', over, '2024-05-31'],
    ['signal.closed', over, '2024-06-02'],
    ['signal.acted-upon', answered, '2024-06-01'],
    ['signal.before-passing', signal(pickedUp, passed), '2024-02-09'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(closeSignal, { reason: 'declined' }, on(day))).toBe(code);
  });
});

describe('facts of a signal', () => {
  const at = { streamId: 'signal-s' };
  const row = (type: string, dims: object) => ({
    type,
    countKind: 'signal',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind: 'none',
    subjectKey: 'signal-s',
    groupKey: 'signal-s',
    dims,
  });

  it('are its steps, each under the key of the signal', () => {
    expect(signalFacts['SignalPickedUp']!(recorded(signalPickedUp, seen, at))).toEqual([
      row('signal-picked-up', { theme: 'saturation', occasion: 'meeting' }),
    ]);
    expect(signalFacts['SignalReceived']!(recorded(signalReceived, told, at))).toEqual([
      row('signal-received', { theme: 'staff-shortage', sender: 'professional' }),
    ]);
    expect(signalFacts['SignalPassedOn']!(recorded(signalPassedOn, letter, at))).toEqual([
      row('signal-passed-on', { authority: 'flemish-community-commission', channel: 'letter' }),
    ]);
    expect(signalFacts['SignalAcknowledged']!(recorded(signalAcknowledged, vgc, at))).toEqual([row('signal-acknowledged', vgc)]);
    expect(signalFacts['SignalActedUpon']!(recorded(signalActedUpon, act, at))).toEqual([
      row('signal-acted-upon', { authority: 'flemish-community-commission', evidence: 'funding' }),
    ]);
    expect(signalFacts['SignalClosedWithoutAction']!(recorded(signalClosedWithoutAction, { reason: 'no-answer' } as const, at))).toEqual([
      row('signal-closed-without-action', { reason: 'no-answer' }),
    ]);
  });

  it('a qualification takes the place of the one before', () => {
    expect(signalFacts['SignalQualified']!(recorded(signalQualified, weighed, at))).toEqual([
      { close: ['signal-qualified'] },
      row('signal-qualified', weighed),
    ]);
  });
});
