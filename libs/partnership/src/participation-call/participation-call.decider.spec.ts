import { exactly } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  closeCallForCandidates,
  createSubGroup,
  declineCandidate,
  enterCandidate,
  participationCallEvolution,
  publishCallForCandidates,
  selectCandidate,
} from './participation-call.decider';
import {
  callForCandidatesClosed,
  callForCandidatesPublished,
  candidateApplied,
  candidateDeclined,
  candidateSelected,
  subGroupCreated,
} from './participation-call.events';
import { participationCallFacts } from './participation-call.facts';

const purpose = 'focus-group' as const;
const candidate = 'pro-7Q';
const profile = 'coordinator' as const;
const call = { purpose, title: { nl: 'Focusgroepen', fr: 'Groupes focaux' }, places: 20, lastDay: '2021-09-30' } as const;
const june = { occurred: onDay('2021-06-20') };
const october = { occurred: onDay('2021-10-01') };

const published = [callForCandidatesPublished, call] as const;
const applied = [candidateApplied, { purpose, candidate, profile }, june] as const;
const selected = [candidateSelected, { purpose, candidate, profile }, june] as const;
const declined = [candidateDeclined, { purpose, candidate, profile, reason: 'balance' }, june] as const;
const subGroup = [subGroupCreated, { purpose, subGroup: 'a' }, june] as const;
const closed = [callForCandidatesClosed, { purpose }, { occurred: onDay('2021-09-30') }] as const;
const counted = [callForCandidatesClosed, { purpose, candidates: exactly(50) }, { occurred: onDay('2021-09-30') }] as const;
const callOf = (...history: Parameters<typeof given>[1]) => given(participationCallEvolution, history);

describe('publish a call for candidates', () => {
  it('records what candidates are asked for', () => {
    expect(callOf().then(publishCallForCandidates, call)).toEqual([['CallForCandidatesPublished', call]]);
  });

  it('says nothing twice, and not after what came of it', () => {
    expect(callOf(published).then(publishCallForCandidates, call)).toEqual([]);
    expect(callOf(published, applied, selected, closed).then(publishCallForCandidates, call)).toEqual([]);
  });

  it('refuses another call in its place, and one that closes before it opens', () => {
    expect(callOf(published).refuses(publishCallForCandidates, { ...call, places: 25 })).toBe('participation-call.already-published');
    expect(callOf(published).refuses(publishCallForCandidates, call, june)).toBe('participation-call.already-published');
    expect(callOf().refuses(publishCallForCandidates, { ...call, lastDay: '2021-06-14' })).toBe(
      'participation-call.closes-before-it-opens',
    );
  });
});

describe('enter a candidate', () => {
  it('records who applied and the profile', () => {
    expect(callOf(published).then(enterCandidate, { candidate, profile }, june)).toEqual([
      ['CandidateApplied', { purpose, candidate, profile }],
    ]);
  });

  it('takes who applied in time after the closing too', () => {
    expect(callOf(published, closed).then(enterCandidate, { candidate, profile }, { occurred: onDay('2021-09-30') })).toHaveLength(1);
  });

  it('says nothing twice, and not after the selection', () => {
    expect(callOf(published, applied).then(enterCandidate, { candidate, profile }, june)).toEqual([]);
    expect(callOf(published, applied, selected, closed).then(enterCandidate, { candidate, profile }, june)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000001';
    const corrected = callOf(published, applied, [candidateApplied, { purpose, candidate, profile: 'manager' }, { ...june, corrects: id }]);
    expect(corrected.then(enterCandidate, { candidate, profile: 'manager' }, june)).toEqual([]);
    expect(corrected.refuses(enterCandidate, { candidate, profile }, june)).toBe('participation-call.already-applied');
  });

  it.each([
    ['participation-call.not-published', []],
    ['participation-call.already-applied', [published, applied]],
    ['participation-call.candidates-counted', [published, counted]],
    ['participation-call.already-closed', [published, closed]],
  ] as const)('refuses with %s', (code, history) => {
    expect(callOf(...history).refuses(enterCandidate, { candidate, profile: 'manager' }, october)).toBe(code);
  });
});

describe('select a candidate', () => {
  it('keeps the profile, and names the sub-group', () => {
    expect(callOf(published, applied).then(selectCandidate, { candidate }, june)).toEqual([
      ['CandidateSelected', { purpose, candidate, profile }],
    ]);
    expect(callOf(published, applied, subGroup).then(selectCandidate, { candidate, subGroup: 'a' }, june)).toEqual([
      ['CandidateSelected', { purpose, candidate, profile, subGroup: 'a' }],
    ]);
  });

  it('says nothing twice, and not after a withdrawal', () => {
    expect(callOf(published, applied, selected).then(selectCandidate, { candidate }, june)).toEqual([]);
    const withdrew = [candidateDeclined, { purpose, candidate, profile, reason: 'withdrew' }] as const;
    expect(callOf(published, applied, selected, withdrew).then(selectCandidate, { candidate }, june)).toEqual([]);
  });

  it('may come late, when who was selected withdrew since', () => {
    const withdrew = [candidateDeclined, { purpose, candidate, profile, reason: 'withdrew' }, october] as const;
    const call = callOf(published, applied, withdrew);
    expect(call.then(selectCandidate, { candidate }, june)).toHaveLength(1);
    expect(call.refuses(selectCandidate, { candidate }, { occurred: onDay('2021-10-02') })).toBe('participation-call.already-declined');
  });

  it.each([
    ['participation-call.not-published', []],
    ['participation-call.no-such-candidate', [published]],
    ['participation-call.already-selected', [published, applied, selected]],
    ['participation-call.already-declined', [published, applied, declined]],
    ['participation-call.no-such-sub-group', [published, applied]],
  ] as const)('refuses with %s', (code, history) => {
    expect(callOf(...history).refuses(selectCandidate, { candidate, subGroup: 'b' }, june)).toBe(code);
  });
});

describe('decline a candidate', () => {
  it('says why', () => {
    expect(callOf(published, applied).then(declineCandidate, { candidate, reason: 'balance' }, june)).toEqual([
      ['CandidateDeclined', { purpose, candidate, profile, reason: 'balance' }],
    ]);
  });

  it('lets a selected candidate withdraw', () => {
    expect(callOf(published, applied, selected).then(declineCandidate, { candidate, reason: 'withdrew' })).toEqual([
      ['CandidateDeclined', { purpose, candidate, profile, reason: 'withdrew' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(callOf(published, applied, declined, closed).then(declineCandidate, { candidate, reason: 'balance' }, june)).toEqual([]);
  });

  it.each([
    ['participation-call.not-published', []],
    ['participation-call.no-such-candidate', [published]],
    ['participation-call.already-declined', [published, applied, declined]],
    ['participation-call.already-selected', [published, applied, selected]],
  ] as const)('refuses with %s', (code, history) => {
    expect(callOf(...history).refuses(declineCandidate, { candidate, reason: 'other-territory' }, june)).toBe(code);
  });
});

describe('create a sub-group', () => {
  it('gives it a code', () => {
    expect(callOf(published).then(createSubGroup, { subGroup: 'a' }, june)).toEqual([['SubGroupCreated', { purpose, subGroup: 'a' }]]);
  });

  it('says nothing twice', () => {
    expect(callOf(published, subGroup, closed).then(createSubGroup, { subGroup: 'a' }, june)).toEqual([]);
  });

  it.each([
    ['participation-call.not-published', []],
    ['participation-call.sub-group-exists', [published, subGroup]],
  ] as const)('refuses with %s', (code, history) => {
    expect(callOf(...history).refuses(createSubGroup, { subGroup: 'a' }, october)).toBe(code);
  });
});

describe('close a call for candidates', () => {
  it('may count whom nobody entered', () => {
    const about = { value: 50, exactness: 'approximate' } as const;
    expect(callOf(published).then(closeCallForCandidates, { candidates: about, selected: about }, october)).toEqual([
      ['CallForCandidatesClosed', { purpose, candidates: about, selected: about }],
    ]);
    expect(callOf(published, applied).then(closeCallForCandidates, {}, october)).toEqual([['CallForCandidatesClosed', { purpose }]]);
  });

  it('says nothing twice, and not after a late candidate', () => {
    expect(callOf(published, closed).then(closeCallForCandidates, {}, { occurred: onDay('2021-09-30') })).toEqual([]);
    expect(callOf(published, closed, applied).then(closeCallForCandidates, {}, { occurred: onDay('2021-09-30') })).toEqual([]);
  });

  it.each([
    ['participation-call.not-published', [], {}],
    ['participation-call.already-closed', [published, closed], {}],
    ['participation-call.candidates-named', [published, applied], { candidates: exactly(50) }],
    ['participation-call.candidates-named', [published, applied], { selected: exactly(50) }],
    ['participation-call.more-selected', [published], { candidates: exactly(20), selected: exactly(21) }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(callOf(...history).refuses(closeCallForCandidates, command, october)).toBe(code);
  });

  it('refuses a day before the call', () => {
    expect(callOf(published).refuses(closeCallForCandidates, {}, { occurred: onDay('2021-06-14') })).toBe(
      'participation-call.closes-before-it-opens',
    );
  });
});

describe('facts of a call for candidates', () => {
  const streamId = 'participation-call-AAAAAAAAAAAAAAAAAAAAAA';
  const single = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const named = {
    countKind: 'registration',
    ...single,
    subjectKind: 'professional',
    subjectKey: candidate,
    occurrenceKey: streamId,
    dims: { purpose, profile },
  };

  it('a candidacy carries the name, a call and a sub-group do not', () => {
    expect(participationCallFacts['CallForCandidatesPublished']!(recorded(callForCandidatesPublished, call))).toEqual([
      { type: 'call-for-candidates-published', countKind: 'publication', ...single, dims: { purpose } },
    ]);
    expect(participationCallFacts['CandidateApplied']!(recorded(candidateApplied, applied[1], { streamId }))).toEqual([
      { type: 'candidate-applied', ...named },
    ]);
    expect(participationCallFacts['CandidateSelected']!(recorded(candidateSelected, selected[1], { streamId }))).toEqual([
      { type: 'candidate-selected', ...named },
    ]);
    expect(participationCallFacts['CandidateDeclined']!(recorded(candidateDeclined, declined[1], { streamId }))).toEqual([
      { type: 'candidate-declined', ...named, dims: { purpose, profile, reason: 'balance' } },
    ]);
    expect(participationCallFacts['SubGroupCreated']!(recorded(subGroupCreated, { purpose, subGroup: 'a' }))).toEqual([
      { type: 'sub-group-created', countKind: 'other', ...single, dims: { purpose } },
    ]);
  });

  it('who was counted at the closing has no name', () => {
    const closing = { purpose, candidates: { value: 50, exactness: 'approximate' }, selected: exactly(48) } as const;
    const heads = { countKind: 'registration', subjectKind: 'professional', occurrenceKey: streamId, dims: { purpose } };
    expect(participationCallFacts['CallForCandidatesClosed']!(recorded(callForCandidatesClosed, closing, { streamId }))).toEqual([
      { type: 'call-for-candidates-closed', countKind: 'publication', ...single, subjectKind: 'none', dims: { purpose } },
      { type: 'candidate-applied', ...heads, exactness: 'approximate', v: 50, lo: null, hi: null },
      { type: 'candidate-selected', ...heads, exactness: 'exact', v: 48, lo: 48, hi: 48 },
    ]);
    expect(participationCallFacts['CallForCandidatesClosed']!(recorded(callForCandidatesClosed, { purpose }))).toHaveLength(1);
  });
});
