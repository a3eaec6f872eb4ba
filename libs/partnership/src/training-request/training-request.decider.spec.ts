import { given, onDay, recorded } from '@app/decider/spec';
import { declineTraining, grantTraining, requestTraining, trainingRequestEvolution } from './training-request.decider';
import { trainingDeclined, trainingGranted, trainingRequested } from './training-request.events';
import { trainingRequestFacts } from './training-request.facts';

const programme = 'rest-home-volunteers' as const;
const cycle = 'training-cycle-AAAA';
const ask = { programme, structure: 'org-home1', places: 4 };
const requested = [trainingRequested, ask, { occurred: onDay('2021-06-15') }] as const;
const granted = [trainingGranted, { programme, cycle, places: 3 }] as const;
const declined = [trainingDeclined, { programme, reason: 'capacity', places: 4 }] as const;
const request = (...history: Parameters<typeof given>[1]) => given(trainingRequestEvolution, history);

describe('request a training', () => {
  it('asks for places, one unless said otherwise', () => {
    expect(request().then(requestTraining, ask)).toEqual([['TrainingRequested', ask]]);
    expect(request().then(requestTraining, { programme, participant: 'pro-p1', cycle })).toEqual([
      ['TrainingRequested', { programme, participant: 'pro-p1', cycle, places: 1 }],
    ]);
  });

  it('says nothing twice', () => {
    expect(request(requested).then(requestTraining, ask)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = request([trainingRequested, ask, { id }], [trainingRequested, { ...ask, places: 2 }, { corrects: id }]);
    expect(corrected.state.requested?.data.places).toBe(2);
    expect(corrected.then(requestTraining, { ...ask, places: 2 })).toEqual([]);
  });

  it('refuses with training-request.already-requested', () => {
    expect(request(requested).refuses(requestTraining, { ...ask, places: 5 })).toBe('training-request.already-requested');
  });
});

describe('grant a training', () => {
  it('grants what was asked for, or less', () => {
    expect(request(requested).then(grantTraining, { cycle })).toEqual([['TrainingGranted', { programme, cycle, places: 4 }]]);
    expect(request(requested).then(grantTraining, { places: 3 })).toEqual([['TrainingGranted', { programme, places: 3 }]]);
  });

  it('says nothing twice', () => {
    expect(request(requested, granted).then(grantTraining, { cycle, places: 3 })).toEqual([]);
  });

  it.each([
    ['training-request.not-requested', [], 3],
    ['training-request.already-declined', [requested, declined], 3],
    ['training-request.already-granted', [requested, granted], 2],
    ['training-request.more-than-requested', [requested], 5],
  ] as const)('refuses with %s', (code, history, places) => {
    expect(request(...history).refuses(grantTraining, { cycle, places })).toBe(code);
  });
});

describe('decline a training', () => {
  it('declines what was not granted', () => {
    expect(request(requested).then(declineTraining, { reason: 'capacity' })).toEqual([
      ['TrainingDeclined', { programme, reason: 'capacity', places: 4 }],
    ]);
    expect(request(requested, granted).then(declineTraining, { reason: 'capacity' })).toEqual([
      ['TrainingDeclined', { programme, reason: 'capacity', places: 1 }],
    ]);
  });

  it('says nothing twice', () => {
    expect(request(requested, declined).then(declineTraining, { reason: 'capacity' })).toEqual([]);
  });

  it.each([
    ['training-request.not-requested', []],
    ['training-request.already-declined', [requested, declined]],
    ['training-request.already-granted', [requested, [trainingGranted, { programme, places: 4 }]]],
  ] as const)('refuses with %s', (code, history) => {
    expect(request(...history).refuses(declineTraining, { reason: 'other' })).toBe(code);
  });
});

describe('facts of a training request', () => {
  const streamId = 'training-request-AAAAAAAAAAAAAAAAAAAAAA';
  const request = { countKind: 'request', exactness: 'exact', v: 1, lo: 1, hi: 1, groupKey: streamId };
  const places = (v: number) => ({ countKind: 'place', exactness: 'exact', v, lo: v, hi: v, groupKey: streamId });

  it('counts requests and places apart, by what became of them', () => {
    expect(trainingRequestFacts['TrainingRequested']!(recorded(trainingRequested, ask, { streamId }))).toEqual([
      { type: 'training-requested', ...request, dims: { programme } },
      { type: 'training-places-requested', ...places(4), dims: { programme } },
    ]);
    expect(trainingRequestFacts['TrainingGranted']!(recorded(trainingGranted, { programme, places: 3 }, { streamId }))).toEqual([
      { type: 'training-granted', ...request, dims: { programme } },
      { type: 'training-places-granted', ...places(3), dims: { programme } },
    ]);
    expect(
      trainingRequestFacts['TrainingDeclined']!(recorded(trainingDeclined, { programme, reason: 'capacity', places: 1 }, { streamId })),
    ).toEqual([
      { type: 'training-declined', ...request, dims: { programme, reason: 'capacity' } },
      { type: 'training-places-declined', ...places(1), dims: { programme, reason: 'capacity' } },
    ]);
  });
});
