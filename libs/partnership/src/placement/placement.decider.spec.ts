import { given, onDay, recorded } from '@app/decider/spec';
import {
  declinePlacement,
  endPlacement,
  hostKey,
  offerHost,
  placementEvolution,
  requestPlacement,
  startPlacement,
  withdrawHost,
} from './placement.decider';
import { hostOffered, hostWithdrawn, placementDeclined, placementEnded, placementRequested, placementStarted } from './placement.events';
import { placementFacts } from './placement.facts';

const on = (day: string) => ({ occurred: onDay(day) });
const kind = 'student-placement' as const;
const host = 'org-h1';
const asked = { kind, trainees: 12, profession: 'pharmacist', sender: 'org-s1' } as const;
const placed = { ...asked, trainees: 8, host };
const over = { kind, trainees: 8, outcome: 'completed', endedOn: '2021-03-01' } as const;
const no = { kind, trainees: 12, reason: 'no-host' } as const;
const requested = [placementRequested, asked, on('2020-10-20')] as const;
const started = [placementStarted, placed, on('2021-02-01')] as const;
const ended = [placementEnded, over, on('2021-03-01')] as const;
const declined = [placementDeclined, no, on('2020-11-01')] as const;
const offer = { offer: 1, kind, host, places: 3 } as const;
const gone = { offer: 1, kind, host, reason: 'no-capacity', withdrawnOn: '2021-06-01' } as const;
const offered = [hostOffered, offer, on('2021-01-01')] as const;
const withdrawn = [hostWithdrawn, gone, on('2021-06-01')] as const;
const back = [hostOffered, { offer: 2, kind, host }, on('2021-09-01')] as const;
const placement = (...history: Parameters<typeof given>[1]) => given(placementEvolution, history);

describe('request a placement', () => {
  it('is for one trainee unless it says how many', () => {
    expect(placement().then(requestPlacement, { kind, trainee: 'pro-t1' })).toEqual([
      ['PlacementRequested', { kind, trainees: 1, trainee: 'pro-t1' }],
    ]);
    expect(placement().then(requestPlacement, asked)).toEqual([['PlacementRequested', asked]]);
  });

  it('says nothing twice, also when it has come to an end', () => {
    expect(placement(requested).then(requestPlacement, asked, on('2020-10-20'))).toEqual([]);
    expect(placement(requested, started, ended).then(requestPlacement, asked, on('2020-10-20'))).toEqual([]);
  });

  it.each([
    ['placement.already-requested', [requested], asked],
    ['placement.is-a-host', [offered], asked],
    ['placement.named-alone', [], { ...asked, trainee: 'pro-t1' }],
    ['placement.more-than-requested', [started], { ...asked, trainees: 7 }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(placement(...history).refuses(requestPlacement, command, on('2020-10-21'))).toBe(code);
  });
});

describe('start a placement', () => {
  it('takes over the request, and lets the command say otherwise', () => {
    expect(placement(requested).then(startPlacement, { host, trainees: 8 })).toEqual([['PlacementStarted', placed]]);
    expect(placement(requested).then(startPlacement, { host })).toEqual([['PlacementStarted', { ...asked, host }]]);
  });

  it('records one that nobody had asked for', () => {
    expect(placement().then(startPlacement, { kind: 'career-switch', host: 'pro-h1' })).toEqual([
      ['PlacementStarted', { kind: 'career-switch', trainees: 1, host: 'pro-h1' }],
    ]);
  });

  it('says nothing twice, also after its end', () => {
    expect(placement(requested, started).then(startPlacement, { host, trainees: 8 }, on('2021-02-01'))).toEqual([]);
    expect(placement(requested, started, ended).then(startPlacement, { host, trainees: 8 }, on('2021-02-01'))).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = placement(
      [placementStarted, placed, { id, ...on('2021-02-01') }],
      [placementStarted, { ...placed, trainees: 6 }, { corrects: id, ...on('2021-02-01') }],
    );
    expect(corrected.state.started?.data.trainees).toBe(6);
  });

  it.each([
    ['placement.not-described', [], { host }],
    ['placement.not-described', [requested], {}],
    ['placement.is-a-host', [offered], { kind, host }],
    ['placement.already-declined', [requested, declined], { host }],
    ['placement.already-started', [started], { kind, host }],
    ['placement.named-alone', [requested], { host, trainee: 'pro-t1' }],
    ['placement.more-than-requested', [requested], { host, trainees: 13 }],
    ['placement.ends-before-it-starts', [ended], { kind, host }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(placement(...history).refuses(startPlacement, command, on('2021-03-02'))).toBe(code);
  });
});

describe('end a placement', () => {
  it('says the first day after it', () => {
    expect(placement(started).then(endPlacement, { outcome: 'completed' }, on('2021-03-01'))).toEqual([['PlacementEnded', over]]);
  });

  it('says nothing twice', () => {
    expect(placement(started, ended).then(endPlacement, { outcome: 'completed' }, on('2021-03-01'))).toEqual([]);
  });

  it.each([
    ['placement.not-started', [requested], '2021-03-01'],
    ['placement.already-ended', [started, ended], '2021-04-01'],
    ['placement.ends-before-it-starts', [started], '2021-01-31'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(placement(...history).refuses(endPlacement, { outcome: 'hired' }, on(day))).toBe(code);
  });
});

describe('decline a placement', () => {
  it('says for how many', () => {
    expect(placement(requested).then(declinePlacement, { reason: 'no-host' })).toEqual([['PlacementDeclined', no]]);
  });

  it('says nothing twice', () => {
    expect(placement(requested, declined).then(declinePlacement, { reason: 'no-host' }, on('2020-11-01'))).toEqual([]);
  });

  it.each([
    ['placement.not-requested', [started]],
    ['placement.already-declined', [requested, declined]],
    ['placement.already-started', [requested, started]],
  ] as const)('refuses with %s', (code, history) => {
    expect(placement(...history).refuses(declinePlacement, { reason: 'other' })).toBe(code);
  });
});

describe('a host', () => {
  const terms = { kind, host, places: 3 } as const;

  it('has one stream for each kind', () => {
    expect(hostKey(terms)).toBe('student-placement.org-h1');
  });

  it('offers, withdraws and comes back', () => {
    expect(placement().then(offerHost, terms)).toEqual([['HostOffered', offer]]);
    expect(placement(offered).then(withdrawHost, { kind, host, reason: 'no-capacity' }, on('2021-06-01'))).toEqual([
      ['HostWithdrawn', gone],
    ]);
    expect(placement(offered, withdrawn).then(offerHost, { kind, host }, on('2021-09-01'))).toEqual([
      ['HostOffered', { offer: 2, kind, host }],
    ]);
  });

  it('keeps the number of the offer that is corrected', () => {
    const corrected = placement(withdrawn, back);
    expect(corrected.then(offerHost, terms, on('2021-02-01'))).toEqual([['HostOffered', offer]]);
  });

  it('says nothing twice, also after coming back', () => {
    const history = [offered, withdrawn, back] as const;
    expect(placement(offered).then(offerHost, terms, on('2021-01-01'))).toEqual([]);
    expect(placement(...history).then(offerHost, terms, on('2021-01-01'))).toEqual([]);
    expect(placement(...history).then(withdrawHost, { kind, host, reason: 'no-capacity' }, on('2021-06-01'))).toEqual([]);
  });

  it.each([
    ['placement.already-host', [offered], '2021-05-01'],
    ['placement.already-host', [offered, withdrawn], '2021-05-31'],
    ['placement.host-before-offer', [withdrawn], '2021-06-02'],
  ] as const)('refuses an offer with %s', (code, history, day) => {
    expect(placement(...history).refuses(offerHost, { kind, host }, on(day))).toBe(code);
  });

  it.each([
    ['placement.not-a-host', [], '2021-06-01'],
    ['placement.not-a-host', [offered, withdrawn], '2021-07-01'],
    ['placement.host-before-offer', [offered], '2020-12-31'],
    ['placement.already-host', [offered, back], '2021-10-01'],
  ] as const)('refuses a withdrawal with %s', (code, history, day) => {
    expect(placement(...history).refuses(withdrawHost, { kind, host, reason: 'own-wish' }, on(day))).toBe(code);
  });
});

describe('facts of a placement', () => {
  const streamId = 'placement-a';
  const of = (v: number) => ({ exactness: 'exact', v, lo: v, hi: v });
  const dims = { kind, profession: 'pharmacist' };
  const rest = { subjectKind: 'professional', groupKey: streamId };

  it('counts trainees, and where they are', () => {
    expect(placementFacts['PlacementRequested']!(recorded(placementRequested, asked, { streamId }))).toEqual([
      { type: 'placement-requested', countKind: 'request', ...of(12), ...rest, dims },
    ]);
    expect(placementFacts['PlacementStarted']!(recorded(placementStarted, placed, { streamId }))).toEqual([
      { type: 'placement', countKind: 'placement', ...of(8), ...rest, dims },
      { type: 'placement-receiver', countKind: 'structure', ...of(1), ...rest, subjectKind: 'structure', subjectKey: host, dims: { kind } },
    ]);
    const named = { kind, trainees: 1, trainee: 'pro-t1', host };
    expect(placementFacts['PlacementStarted']!(recorded(placementStarted, named, { streamId }))[0]).toEqual({
      type: 'placement',
      countKind: 'placement',
      ...of(1),
      ...rest,
      subjectKey: 'pro-t1',
      dims: { kind },
    });
  });

  it('ends and declines', () => {
    expect(placementFacts['PlacementEnded']!(recorded(placementEnded, over, { streamId }))).toEqual([
      { change: ['placement'], validTo: '2021-03-01' },
      { type: 'placement-ended', countKind: 'placement', ...of(8), ...rest, dims: { kind, outcome: 'completed' } },
    ]);
    expect(placementFacts['PlacementDeclined']!(recorded(placementDeclined, no, { streamId }))).toEqual([
      { type: 'placement-declined', countKind: 'request', ...of(12), ...rest, dims: { kind, reason: 'no-host' } },
    ]);
  });

  it('counts hosts and places while they are offered', () => {
    const offerRest = { occurrenceKey: 'placement-a/1', dims: { kind }, subjectKind: 'structure' };
    expect(placementFacts['HostOffered']!(recorded(hostOffered, offer, { streamId }))).toEqual([
      { type: 'placement-host', countKind: 'structure', ...of(1), ...offerRest, subjectKey: host },
      { type: 'placement-places', countKind: 'place', ...of(3), ...offerRest },
    ]);
    expect(placementFacts['HostOffered']!(recorded(hostOffered, { offer: 2, kind, host }, { streamId }))).toHaveLength(1);
    expect(placementFacts['HostWithdrawn']!(recorded(hostWithdrawn, gone, { streamId }))).toEqual([
      { change: ['placement-host', 'placement-places'], occurrenceKey: 'placement-a/1', validTo: '2021-06-01' },
      {
        type: 'placement-host-withdrawn',
        countKind: 'structure',
        ...of(1),
        subjectKind: 'structure',
        subjectKey: host,
        dims: { kind, reason: 'no-capacity' },
      },
    ]);
  });
});
