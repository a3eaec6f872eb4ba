import { given, onDay, recorded } from '@app/decider/spec';
import { changePartnerProfile, joinPartner, leavePartner, mergePartners, partnerEvolution, renamePartner } from './partner.decider';
import { partnerJoined, partnerLeft, partnerProfiled, partnerRenamed, partnersMerged } from './partner.events';
import { partnerFacts } from './partner.facts';

const house = { name: 'House A', kind: 'welfare-organisation' } as const;
const into = 'partner-BBBBBBBBBBBBBBBBBBBBBB';

const unknown = given(partnerEvolution, []);
const member = given(partnerEvolution, [[partnerJoined, house]]);
const left = given(partnerEvolution, [
  [partnerJoined, house],
  [partnerLeft, { leftOn: '2021-06-30', reason: 'by-partner' }],
]);
const merged = given(partnerEvolution, [
  [partnerJoined, house],
  [partnersMerged, { into, leftOn: '2021-06-30' }],
]);

describe('join the partnership', () => {
  it('records the organisation', () => {
    expect(unknown.then(joinPartner, { ...house, organisation: 'org-A1' })).toEqual([
      ['PartnerJoined', { ...house, organisation: 'org-A1' }],
    ]);
  });

  it('says nothing new when it is repeated', () => {
    expect(member.when(joinPartner, house)).toEqual([]);
  });

  it('refuses a second joining', () => {
    expect(member.refuses(joinPartner, { ...house, kind: 'hospital' })).toBe('partner.already-joined');
    expect(left.refuses(joinPartner, house, { occurred: onDay('2021-09-01') })).toBe('partner.already-joined');
  });
});

describe('leave the partnership', () => {
  const reason = 'by-partner' as const;

  it('takes the first day outside, the last day inside, or the day of the record', () => {
    expect(member.then(leavePartner, { leftOn: '2021-06-30', reason })).toEqual([['PartnerLeft', { leftOn: '2021-06-30', reason }]]);
    expect(member.then(leavePartner, { lastDay: '2021-12-31', reason })).toEqual([['PartnerLeft', { leftOn: '2022-01-01', reason }]]);
    expect(member.then(leavePartner, { reason })).toEqual([['PartnerLeft', { leftOn: '2021-06-15', reason }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(left.when(leavePartner, { lastDay: '2021-06-29', reason })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(member.refuses(leavePartner, { leftOn: '2021-06-30', lastDay: '2021-06-29', reason })).toBe('partner.two-ends');
    expect(unknown.refuses(leavePartner, { reason })).toBe('partner.not-joined');
    expect(left.refuses(leavePartner, { leftOn: '2021-07-01', reason })).toBe('partner.already-left');
    expect(merged.refuses(leavePartner, { reason })).toBe('partner.already-merged');
    expect(member.refuses(leavePartner, { leftOn: '2021-06-14', reason })).toBe('partner.leaves-before-joining');
  });
});

describe('rename a partner', () => {
  it('records the new name', () => {
    expect(member.then(renamePartner, { name: 'House B' })).toEqual([['PartnerRenamed', { name: 'House B' }]]);
  });

  it('says nothing new when it has that name', () => {
    expect(member.when(renamePartner, { name: 'House A' })).toEqual([]);
    const renamed = given(partnerEvolution, [
      [partnerJoined, house],
      [partnerRenamed, { name: 'House B' }],
    ]);
    expect(renamed.when(renamePartner, { name: 'House B' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(unknown.refuses(renamePartner, { name: 'House B' })).toBe('partner.not-joined');
    expect(left.refuses(renamePartner, { name: 'House B' })).toBe('partner.already-left');
    expect(merged.refuses(renamePartner, { name: 'House B' })).toBe('partner.already-merged');
  });
});

describe('merge partners', () => {
  it('ends the membership of the one that goes up in the other', () => {
    expect(member.then(mergePartners, { into, lastDay: '2021-12-31' })).toEqual([['PartnersMerged', { into, leftOn: '2022-01-01' }]]);
    expect(member.then(mergePartners, { into })).toEqual([['PartnersMerged', { into, leftOn: '2021-06-15' }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(merged.when(mergePartners, { into, leftOn: '2021-06-30' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(member.refuses(mergePartners, { into, leftOn: '2021-06-30', lastDay: '2021-06-29' })).toBe('partner.two-ends');
    expect(member.refuses(mergePartners, { into: 'partner-AAAAAAAAAAAAAAAAAAAAAA' }, { streamId: 'partner-AAAAAAAAAAAAAAAAAAAAAA' })).toBe(
      'partner.merges-into-itself',
    );
    expect(unknown.refuses(mergePartners, { into })).toBe('partner.not-joined');
    expect(left.refuses(mergePartners, { into })).toBe('partner.already-left');
    expect(merged.refuses(mergePartners, { into, leftOn: '2021-07-01' })).toBe('partner.already-merged');
    expect(member.refuses(mergePartners, { into, leftOn: '2021-06-14' })).toBe('partner.leaves-before-joining');
  });
});

describe('change the profile of a partner', () => {
  const profile = { languages: 'both', zones: ['Z-N'] } as const;

  it('records the whole profile', () => {
    expect(member.then(changePartnerProfile, profile)).toEqual([['PartnerProfiled', profile]]);
  });

  it('says nothing new when it is repeated', () => {
    const profiled = given(partnerEvolution, [
      [partnerJoined, house],
      [partnerProfiled, profile],
    ]);
    expect(profiled.when(changePartnerProfile, profile)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(unknown.refuses(changePartnerProfile, profile)).toBe('partner.not-joined');
    expect(left.refuses(changePartnerProfile, profile)).toBe('partner.already-left');
    expect(merged.refuses(changePartnerProfile, profile)).toBe('partner.already-merged');
    expect(member.refuses(changePartnerProfile, {})).toBe('partner.profile-empty');
  });
});

describe('a corrected joining', () => {
  it('takes the place of the first one', () => {
    const corrected = given(partnerEvolution, [
      [partnerJoined, house],
      [partnerJoined, { ...house, name: 'House C' }, { corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.state.name).toBe('House C');
    expect(corrected.refuses(joinPartner, house)).toBe('partner.already-joined');
  });
});

describe('facts of a partner', () => {
  const streamId = 'partner-AAAAAAAAAAAAAAAAAAAAAA';

  it('a membership is a stock under the key of its stream', () => {
    expect(partnerFacts['PartnerJoined']!(recorded(partnerJoined, house, { streamId }))).toEqual([
      {
        type: 'partner-membership',
        countKind: 'structure',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        subjectKind: 'structure',
        subjectKey: streamId,
        dims: { kind: 'welfare-organisation' },
      },
    ]);
  });

  it('leaving and merging end it on the first day outside', () => {
    const change = [{ change: ['partner-membership'], subjectKey: streamId, validTo: '2021-06-30', validToExpected: false }];
    const leaving = { leftOn: '2021-06-30', reason: 'by-partner' } as const;
    expect(partnerFacts['PartnerLeft']!(recorded(partnerLeft, leaving, { streamId }))).toEqual(change);
    expect(partnerFacts['PartnersMerged']!(recorded(partnersMerged, { into, leftOn: '2021-06-30' }, { streamId }))).toEqual(change);
  });
});
