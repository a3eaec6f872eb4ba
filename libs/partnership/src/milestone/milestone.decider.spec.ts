import { given, onDay, recorded } from '@app/decider/spec';
import { milestoneEvolution, recordMilestone } from './milestone.decider';
import { milestoneReached } from './milestone.events';
import { milestoneFacts } from './milestone.facts';

const merger = { kind: 'merger', title: { nl: 'Fusie', fr: 'Fusion' }, organisations: ['org-a1', 'org-b2'] } as const;
const reached = given(milestoneEvolution, [[milestoneReached, merger]]);

describe('record a milestone', () => {
  it('puts it on the timeline', () => {
    expect(given(milestoneEvolution, []).then(recordMilestone, merger)).toEqual([['MilestoneReached', merger]]);
  });

  it('says nothing twice', () => {
    expect(reached.when(recordMilestone, merger)).toEqual([]);
  });

  it('refuses another one in its place', () => {
    expect(reached.refuses(recordMilestone, { ...merger, kind: 'founding' })).toBe('milestone.already-recorded');
    expect(reached.refuses(recordMilestone, merger, { occurred: onDay('2018-01-01') })).toBe('milestone.already-recorded');
  });
});

it('a milestone counts once, by its kind', () => {
  const streamId = 'milestone-AAAAAAAAAAAAAAAAAAAAAA';
  expect(milestoneFacts['MilestoneReached']!(recorded(milestoneReached, merger, { streamId }))).toEqual([
    {
      type: 'milestone-reached',
      countKind: 'milestone',
      exactness: 'exact',
      v: 1,
      lo: 1,
      hi: 1,
      subjectKind: 'none',
      subjectKey: streamId,
      dims: { kind: 'merger' },
    },
  ]);
});
