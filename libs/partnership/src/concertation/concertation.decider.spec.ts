import { exactly, Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  assignRequest,
  completeRequest,
  concertationEvolution,
  followUpDecision,
  holdConcertation,
  recordDecision,
  refuseRequest,
  requestConcertation,
  withdrawRequest,
} from './concertation.decider';
import {
  concertationDecisionRecorded,
  concertationHeld,
  type ConcertationHeldData,
  concertationRequested,
  type ConcertationRequestedData,
  decisionFollowedUp,
  requestAssigned,
  requestCompleted,
  requestRefused,
  requestWithdrawn,
} from './concertation.events';
import { concertationFacts } from './concertation.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const april = onDay('2021-04-01');
const about = { kind: 'multidisciplinary', concerns: 'person' } as const;
const asked: ConcertationRequestedData = { ...about, complete: true };
const step = { ...about, requested: april };
const asking = [concertationRequested, asked, { occurred: april, subjects: ['kid-1'] }] as const;
const none = given(concertationEvolution, []);
const requested = given(concertationEvolution, [asking]);
const incomplete = given(concertationEvolution, [[concertationRequested, { ...asked, complete: false }, asking[2]]]);
const assigned = given(concertationEvolution, [asking, [requestAssigned, { ...step, organiser: 'pro-a1' }, on('2021-04-10')]]);
const refused = given(concertationEvolution, [asking, [requestRefused, { ...step, reason: 'outside-brussels' }, on('2021-04-10')]]);
const withdrawn = given(concertationEvolution, [asking, [requestWithdrawn, { ...step, reason: 'requester' }, on('2021-04-10')]]);
const heldData: ConcertationHeldData = { ...about, requested: april, mode: 'in-person', heads: exactly(5) };
const holding = [concertationHeld, heldData, { ...on('2021-05-03'), subjects: ['kid-1'] }] as const;
const held = given(concertationEvolution, [asking, holding]);
const hold = { ...about, person: 'kid-1', mode: 'in-person', heads: exactly(5) } as const;

describe('a request for a concertation', () => {
  it('is complete unless said otherwise, and carries its sector sealed', () => {
    const requesterSector = new Sealed('addiction' as const);
    const [event] = none.when(requestConcertation, { ...about, person: 'kid-1', requesterSector });
    expect(event!.data).toEqual({ ...asked, requesterSector });
    expect(none.then(requestConcertation, { ...about, person: 'kid-1', complete: false })).toEqual([
      ['ConcertationRequested', { ...asked, complete: false }],
    ]);
  });

  it('is a care record when it is about one person, named or not, and not when it is about a topic', () => {
    const subjectOf = concertationRequested.subject as (data: ConcertationRequestedData) => string;
    expect(subjectOf(asked)).toBe('care');
    expect(subjectOf({ ...asked, concerns: 'unnamed-person' })).toBe('care');
    expect(subjectOf({ ...asked, concerns: 'topic' })).toBe('professional');
  });

  it('is recorded once', () => {
    expect(requested.then(requestConcertation, { ...about, person: 'kid-1' }, { occurred: april })).toEqual([]);
    expect(requested.refuses(requestConcertation, { ...about, person: 'kid-1' }, on('2021-04-02'))).toBe('concertation.already-requested');
  });

  it('names a person exactly when it is about a named one', () => {
    expect(none.refuses(requestConcertation, about)).toBe('concertation.person-missing');
    expect(none.refuses(requestConcertation, { ...about, concerns: 'unnamed-person', person: 'kid-1' })).toBe(
      'concertation.person-unexpected',
    );
    const sector = { ...about, concerns: 'unnamed-person', requesterSector: new Sealed('poverty' as const) } as const;
    expect(none.refuses(requestConcertation, sector)).toBe('concertation.person-missing');
    expect(none.refuses(requestConcertation, { ...about, person: 'kid-1', kit: 'copd' })).toBe('concertation.kit-with-person');
    expect(none.then(requestConcertation, { kind: 'gp-pharmacist', concerns: 'topic', kit: 'copd' })).toHaveLength(1);
  });

  it('comes before its later steps, and never after a concertation that nobody requested', () => {
    const orphaned = given(concertationEvolution, [[requestAssigned, { ...step, organiser: 'pro-a1' }, on('2021-04-10')]]);
    expect(orphaned.then(requestConcertation, { ...about, person: 'kid-1' }, on('2021-04-10'))).toHaveLength(1);
    expect(orphaned.refuses(requestConcertation, { ...about, person: 'kid-1' }, on('2021-04-11'))).toBe('concertation.before-request');
    const direct = given(concertationEvolution, [[concertationHeld, { ...heldData, requested: undefined }, on('2021-05-03')]]);
    expect(direct.refuses(requestConcertation, { ...about, person: 'kid-1' }, on('2021-04-01'))).toBe('concertation.already-held');
  });

  it('keeps what followed when it is corrected', () => {
    const corrected = given(concertationEvolution, [
      asking,
      [requestAssigned, { ...step, organiser: 'pro-a1' }, on('2021-04-10')],
      [concertationRequested, asked, { ...on('2021-03-30'), subjects: ['kid-1'], corrects: FIRST }],
    ]);
    expect(corrected.state.request!.occurred).toEqual(onDay('2021-03-30'));
    expect(corrected.state.assigned!.data.organiser).toBe('pro-a1');
  });
});

describe('completing a request', () => {
  it('makes it assignable, once', () => {
    expect(incomplete.then(completeRequest, {}, on('2021-04-05'))).toEqual([['RequestCompleted', step]]);
    const completed = given(concertationEvolution, [
      [concertationRequested, { ...asked, complete: false }, asking[2]],
      [requestCompleted, step, on('2021-04-05')],
    ]);
    expect(completed.then(completeRequest, {}, on('2021-04-06'))).toEqual([]);
    expect(completed.then(assignRequest, { organiser: 'pro-a1' }, on('2021-04-06'))).toHaveLength(1);
    expect(requested.then(completeRequest, {}, on('2021-04-05'))).toEqual([]);
  });

  it('needs an open request', () => {
    expect(none.refuses(completeRequest, {})).toBe('concertation.no-request');
    expect(incomplete.refuses(completeRequest, {}, on('2021-03-31'))).toBe('concertation.before-request');
    const over = given(concertationEvolution, [
      [concertationRequested, { ...asked, complete: false }, asking[2]],
      [requestWithdrawn, { ...step, reason: 'requester' }, on('2021-04-05')],
    ]);
    expect(over.refuses(completeRequest, {}, on('2021-04-06'))).toBe('concertation.request-closed');
  });
});

describe('assigning a request', () => {
  it('names the organiser, and may name another later', () => {
    expect(requested.then(assignRequest, { organiser: 'pro-a1' })).toEqual([['RequestAssigned', { ...step, organiser: 'pro-a1' }]]);
    expect(assigned.then(assignRequest, { organiser: 'pro-a1' })).toEqual([]);
    expect(assigned.then(assignRequest, { organiser: 'pro-b2' })).toEqual([['RequestAssigned', { ...step, organiser: 'pro-b2' }]]);
  });

  it('needs an open, complete request', () => {
    expect(none.refuses(assignRequest, { organiser: 'pro-a1' })).toBe('concertation.no-request');
    expect(requested.refuses(assignRequest, { organiser: 'pro-a1' }, on('2021-03-31'))).toBe('concertation.before-request');
    expect(incomplete.refuses(assignRequest, { organiser: 'pro-a1' })).toBe('concertation.request-incomplete');
    expect(refused.refuses(assignRequest, { organiser: 'pro-a1' })).toBe('concertation.request-closed');
    expect(held.refuses(assignRequest, { organiser: 'pro-a1' })).toBe('concertation.request-closed');
  });
});

describe('refusing and withdrawing a request', () => {
  it('records the reason once', () => {
    expect(requested.then(refuseRequest, { reason: 'outside-brussels' }, on('2021-04-10'))).toEqual([
      ['RequestRefused', { ...step, reason: 'outside-brussels' }],
    ]);
    expect(refused.then(refuseRequest, { reason: 'outside-brussels' }, on('2021-04-10'))).toEqual([]);
    expect(assigned.then(withdrawRequest, { reason: 'requester' }, on('2021-04-12'))).toEqual([
      ['RequestWithdrawn', { ...step, reason: 'requester' }],
    ]);
    expect(withdrawn.then(withdrawRequest, { reason: 'requester' }, on('2021-04-10'))).toEqual([]);
  });

  it('needs an open request', () => {
    expect(none.refuses(refuseRequest, { reason: 'other' })).toBe('concertation.no-request');
    expect(none.refuses(withdrawRequest, { reason: 'other' })).toBe('concertation.no-request');
    expect(requested.refuses(refuseRequest, { reason: 'other' }, on('2021-03-31'))).toBe('concertation.before-request');
    expect(requested.refuses(withdrawRequest, { reason: 'other' }, on('2021-03-31'))).toBe('concertation.before-request');
    expect(withdrawn.refuses(refuseRequest, { reason: 'other' })).toBe('concertation.request-closed');
    expect(refused.refuses(refuseRequest, { reason: 'no-capacity' }, on('2021-04-10'))).toBe('concertation.request-closed');
    expect(refused.refuses(withdrawRequest, { reason: 'other' })).toBe('concertation.request-closed');
    expect(held.refuses(withdrawRequest, { reason: 'other' })).toBe('concertation.request-closed');
  });
});

describe('holding a concertation', () => {
  it('answers a request', () => {
    expect(requested.then(holdConcertation, hold, on('2021-05-03'))).toEqual([['ConcertationHeld', heldData]]);
    expect(held.then(holdConcertation, hold, on('2021-05-03'))).toEqual([]);
  });

  it('may stand without a request', () => {
    const direct = { kind: 'gp-pharmacist', concerns: 'topic', kit: 'copd', heads: exactly(9) } as const;
    expect(none.then(holdConcertation, direct)).toEqual([['ConcertationHeld', direct]]);
  });

  it('carries the presence of the person sealed, and never the person', () => {
    const personPresent = new Sealed(true);
    const [event] = requested.when(holdConcertation, { ...hold, personPresent });
    expect(event!.data.personPresent).toBe(personPresent);
    expect(event!.data).not.toHaveProperty('person');
  });

  it('refuses what contradicts the request', () => {
    expect(requested.refuses(holdConcertation, { ...hold, kind: 'care-neighbourhood' })).toBe('concertation.other-kind');
    expect(requested.refuses(holdConcertation, { ...hold, person: 'kid-2' })).toBe('concertation.other-subject');
    expect(requested.refuses(holdConcertation, { ...hold, concerns: 'topic', person: undefined })).toBe('concertation.other-subject');
    expect(requested.refuses(holdConcertation, hold, on('2021-03-31'))).toBe('concertation.before-request');
    expect(incomplete.refuses(holdConcertation, hold)).toBe('concertation.request-incomplete');
    expect(refused.refuses(holdConcertation, hold)).toBe('concertation.request-closed');
    expect(withdrawn.refuses(holdConcertation, hold)).toBe('concertation.request-closed');
    expect(held.refuses(holdConcertation, hold, on('2021-05-04'))).toBe('concertation.already-held');
  });

  it('names a person exactly when it is about a named one', () => {
    expect(none.refuses(holdConcertation, { ...hold, person: undefined })).toBe('concertation.person-missing');
    expect(none.refuses(holdConcertation, { ...hold, concerns: 'topic' })).toBe('concertation.person-unexpected');
    const carer = { ...hold, concerns: 'topic', person: undefined, carerPresent: new Sealed(true) } as const;
    expect(none.refuses(holdConcertation, carer)).toBe('concertation.person-missing');
    expect(none.refuses(holdConcertation, { ...hold, kit: 'copd' })).toBe('concertation.kit-with-person');
  });

  it('is decided in its corrected form as if the first had not been', () => {
    const corrected = given(concertationEvolution, [
      [concertationHeld, { ...heldData, requested: undefined }, on('2021-05-03')],
      [concertationHeld, { ...heldData, requested: undefined, heads: exactly(6) }, { ...on('2021-05-03'), corrects: FIRST }],
    ]);
    expect(corrected.state.held!.data.heads).toEqual(exactly(6));
    expect(corrected.refuses(holdConcertation, hold, on('2021-05-03'))).toBe('concertation.already-held');
  });
});

describe('decisions', () => {
  const decide = { number: 1, decisionKind: 'task', owner: 'pro-a1', due: '2021-06-01' } as const;
  const decided = { ...about, ...decide };
  const one = given(concertationEvolution, [asking, holding, [concertationDecisionRecorded, decided, on('2021-05-03')]]);

  it('are numbered and recorded once, their text sealed', () => {
    const decision = new Sealed('agreed in the meeting');
    const [event] = held.when(recordDecision, { ...decide, decision }, on('2021-05-03'));
    expect([event!.definition.type, event!.data]).toEqual(['ConcertationDecisionRecorded', { ...decided, decision }]);
    expect(one.then(recordDecision, { ...decide, decision }, on('2021-05-03'))).toEqual([]);
    expect(one.then(recordDecision, { ...decide, number: 2 }, on('2021-05-03'))).toHaveLength(1);
  });

  it('belong to a held concertation', () => {
    expect(requested.refuses(recordDecision, decide)).toBe('concertation.not-held');
    expect(held.refuses(recordDecision, decide, on('2021-05-02'))).toBe('concertation.before-concertation');
    expect(one.refuses(recordDecision, { ...decide, owner: 'pro-b2' }, on('2021-05-03'))).toBe('concertation.decision-number-taken');
  });

  it('are followed up, more than once if need be', () => {
    const followed = { ...about, number: 1, outcome: 'partly-done' } as const;
    expect(one.then(followUpDecision, { number: 1, outcome: 'partly-done' }, on('2021-06-01'))).toEqual([['DecisionFollowedUp', followed]]);
    const later = given(concertationEvolution, [
      asking,
      holding,
      [concertationDecisionRecorded, decided, on('2021-05-03')],
      [decisionFollowedUp, followed, on('2021-06-01')],
    ]);
    expect(later.then(followUpDecision, { number: 1, outcome: 'partly-done' }, on('2021-06-01'))).toEqual([]);
    expect(later.then(followUpDecision, { number: 1, outcome: 'done' }, on('2021-07-01'))).toHaveLength(1);
  });

  it('are followed up only when they are recorded', () => {
    expect(one.refuses(followUpDecision, { number: 2, outcome: 'done' })).toBe('concertation.no-such-decision');
    expect(one.refuses(followUpDecision, { number: 1, outcome: 'done' }, on('2021-05-02'))).toBe('concertation.before-decision');
  });
});

describe('facts of concertations', () => {
  const exact = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const state = (name: string) => ({
    ...exact,
    type: 'concertation-request-state',
    countKind: 'request',
    subjectKind: 'care',
    groupKey: 'concertation-s',
    dims: { kind: 'multidisciplinary', state: name },
  });

  it('state a request and where it stands', () => {
    const event = recorded(concertationRequested, { ...asked, complete: false }, { streamId: 'concertation-s', subjects: ['kid-1'] });
    expect(concertationFacts.ConcertationRequested!(event)).toEqual([
      {
        ...exact,
        type: 'concertation-requested',
        countKind: 'request',
        subjectKind: 'care',
        subjectKey: 'kid-1',
        groupKey: 'concertation-s',
        dims: { kind: 'multidisciplinary' },
      },
      state('incomplete'),
    ]);
  });

  it('keep the states on the date of the request, so that they add up', () => {
    const at = { streamId: 'concertation-s' };
    const closed = { close: ['concertation-request-state'] };
    const dated = (name: string) => [closed, { ...state(name), occurred: april }];
    expect(concertationFacts.RequestCompleted!(recorded(requestCompleted, step, at))).toEqual(dated('awaiting'));
    expect(concertationFacts.RequestAssigned!(recorded(requestAssigned, { ...step, organiser: 'pro-a1' }, at))).toEqual(dated('followed'));
    expect(concertationFacts.RequestRefused!(recorded(requestRefused, { ...step, reason: 'no-capacity' as const }, at))).toEqual(
      dated('refused'),
    );
    expect(concertationFacts.RequestWithdrawn!(recorded(requestWithdrawn, { ...step, reason: 'person' as const }, at))).toEqual(
      dated('withdrawn'),
    );
  });

  it('count a held concertation, its heads and its structures', () => {
    const data = { ...heldData, present: ['pro-a1'], structures: ['org-s1'] };
    const gathering = {
      occurrenceKey: 'concertation-s',
      groupKey: 'concertation-s',
      dims: { kind: 'multidisciplinary', mode: 'in-person' },
    };
    const seen = { ...exact, ...gathering, type: 'concertation-attendances', countKind: 'attendance', subjectKind: 'professional' };
    expect(
      concertationFacts.ConcertationHeld!(recorded(concertationHeld, data, { streamId: 'concertation-s', subjects: ['kid-1'] })),
    ).toEqual([
      { ...exact, ...gathering, type: 'concertation-held', countKind: 'concertation', subjectKind: 'care', subjectKey: 'kid-1' },
      { close: ['concertation-request-state'] },
      { ...state('followed'), occurred: april },
      { ...seen, subjectKey: 'pro-a1' },
      { ...seen, v: 4, lo: 4, hi: 4 },
      { ...exact, ...gathering, type: 'concertation-structure', countKind: 'structure', subjectKind: 'structure', subjectKey: 'org-s1' },
    ]);
  });

  it('count decisions and their follow-up in one group', () => {
    const at = { streamId: 'concertation-s' };
    const decision = { ...exact, countKind: 'decision', subjectKind: 'care', groupKey: 'concertation-s/1' };
    const data = { ...about, number: 1, decisionKind: 'task' } as const;
    expect(concertationFacts.ConcertationDecisionRecorded!(recorded(concertationDecisionRecorded, data, at))).toEqual([
      { ...decision, type: 'concertation-decision', dims: { kind: 'multidisciplinary', decisionKind: 'task' } },
    ]);
    const followed = { ...about, number: 1, outcome: 'done' } as const;
    expect(concertationFacts.DecisionFollowedUp!(recorded(decisionFollowedUp, followed, at))).toEqual([
      { ...decision, type: 'concertation-decision-followed-up', dims: { kind: 'multidisciplinary', outcome: 'done' } },
    ]);
  });
});
