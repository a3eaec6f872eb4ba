import { exactly } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import {
  absorbOrganisation,
  agreeTransfer,
  proposeTransfer,
  refuseTransfer,
  transferActivity,
  transferEvolution,
} from './transfer.decider';
import { activityTransferred, organisationAbsorbed, transferAgreed, transferProposed, transferRefused } from './transfer.events';
import { transferFacts } from './transfer.facts';

const parties = { from: { nl: 'Vereniging A', fr: 'Association A' }, to: { nl: 'Bestuur B', fr: 'Administration B' } };
const activity = { nl: 'Parkeerkaart', fr: 'Carte de stationnement' };
const proposal = { activity, ...parties };
const itself = { fromOrganisation: 'org-a1', toOrganisation: 'org-a1' };
const passing = { ...proposal, tasks: ['issue-cards', 'inform'], staff: exactly(1) };
const absorbing = { ...parties, tasks: ['concertation'], staff: { lo: 3, exactness: 'lower-bound' } } as const;

const proposed: Given = [transferProposed, proposal];
const agreed: Given = [transferAgreed, { passesOn: '2022-01-01' }];
const refused: Given = [transferRefused, { reason: 'no-means' }];
const passed: Given = [activityTransferred, passing];
const absorbed: Given = [organisationAbsorbed, absorbing];
const transfer = (...history: Given[]) => given(transferEvolution, history);

describe('propose a transfer', () => {
  it('records what is to go from whom to whom', () => {
    expect(transfer().then(proposeTransfer, proposal)).toEqual([['TransferProposed', proposal]]);
  });

  it('says nothing twice, also when it was carried out', () => {
    expect(transfer(proposed, agreed, passed).when(proposeTransfer, proposal)).toEqual([]);
  });

  it('refuses another proposal in its place, and one to itself', () => {
    expect(transfer(proposed).refuses(proposeTransfer, { ...proposal, toOrganisation: 'org-b2' })).toBe('transfer.already-proposed');
    expect(transfer().refuses(proposeTransfer, { ...proposal, ...itself })).toBe('transfer.to-itself');
  });
});

describe('agree on a transfer', () => {
  it('records the day on which it is to pass', () => {
    expect(transfer(proposed).then(agreeTransfer, { passesOn: '2022-01-01' })).toEqual([['TransferAgreed', { passesOn: '2022-01-01' }]]);
    expect(transfer(proposed).then(agreeTransfer, {})).toEqual([['TransferAgreed', {}]]);
  });

  it('says nothing twice, also when it was carried out', () => {
    expect(transfer(proposed, agreed, passed).when(agreeTransfer, { passesOn: '2022-01-01' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(transfer().refuses(agreeTransfer, {})).toBe('transfer.not-proposed');
    expect(transfer(proposed, agreed).refuses(agreeTransfer, { passesOn: '2022-02-01' })).toBe('transfer.already-agreed');
    expect(transfer(proposed, refused).refuses(agreeTransfer, {})).toBe('transfer.already-refused');
    expect(transfer(proposed, passed).refuses(agreeTransfer, {})).toBe('transfer.already-done');
  });
});

describe('refuse a transfer', () => {
  it('says why, also after an agreement', () => {
    expect(transfer(proposed, agreed).then(refuseTransfer, { reason: 'no-means' })).toEqual([['TransferRefused', { reason: 'no-means' }]]);
  });

  it('says nothing twice', () => {
    expect(transfer(proposed, refused).when(refuseTransfer, { reason: 'no-means' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(transfer().refuses(refuseTransfer, { reason: 'no-means' })).toBe('transfer.not-proposed');
    expect(transfer(proposed, refused).refuses(refuseTransfer, { reason: 'no-answer' })).toBe('transfer.already-refused');
    expect(transfer(proposed, passed).refuses(refuseTransfer, { reason: 'no-means' })).toBe('transfer.already-done');
  });
});

describe('transfer an activity', () => {
  it('passes its tasks and staff on, with or without a proposal', () => {
    expect(transfer(proposed, agreed).then(transferActivity, passing)).toEqual([['ActivityTransferred', passing]]);
    expect(transfer().then(transferActivity, proposal)).toEqual([['ActivityTransferred', proposal]]);
  });

  it('says nothing twice', () => {
    expect(transfer(proposed, passed).when(transferActivity, passing)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(transfer(proposed, refused).refuses(transferActivity, passing)).toBe('transfer.already-refused');
    expect(transfer(passed).refuses(transferActivity, proposal)).toBe('transfer.already-done');
    expect(transfer().refuses(transferActivity, { ...passing, ...itself })).toBe('transfer.to-itself');
    expect(transfer(proposed).refuses(transferActivity, passing, { occurred: onDay('2021-06-14') })).toBe('transfer.before-the-proposal');
  });
});

describe('absorb an organisation', () => {
  it('records who goes on in whom, with what', () => {
    expect(transfer().then(absorbOrganisation, absorbing)).toEqual([['OrganisationAbsorbed', absorbing]]);
  });

  it('says nothing twice', () => {
    expect(transfer(absorbed).when(absorbOrganisation, absorbing)).toEqual([]);
  });

  it('refuses another absorption in its place, and one by itself', () => {
    expect(transfer(absorbed).refuses(absorbOrganisation, parties)).toBe('transfer.already-absorbed');
    expect(transfer().refuses(absorbOrganisation, { ...absorbing, ...itself })).toBe('transfer.to-itself');
  });
});

describe('facts of a transfer', () => {
  const streamId = 'transfer-AAAAAAAAAAAAAAAAAAAAAA';
  const counted = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const once = { countKind: 'transfer', ...counted, groupKey: streamId };
  const task = (name: string, way: string) => ({
    type: 'task-taken-over',
    countKind: 'task',
    ...counted,
    subjectKind: 'none',
    subjectKey: `${streamId}/${name}`,
    groupKey: streamId,
    dims: { way, task: name },
  });
  const closed = { change: ['transfer-open'], subjectKey: streamId, validTo: '2021-06-15', validToExpected: false };

  it('a proposal stays open until it is carried out or refused', () => {
    expect(transferFacts['TransferProposed']!(recorded(transferProposed, proposal, { streamId }))).toEqual([
      { type: 'transfer-proposed', ...once },
      { type: 'transfer-open', countKind: 'transfer', ...counted, subjectKind: 'none', subjectKey: streamId },
    ]);
    expect(transferFacts['TransferAgreed']!(recorded(transferAgreed, {}, { streamId }))).toEqual([{ type: 'transfer-agreed', ...once }]);
    expect(transferFacts['TransferRefused']!(recorded(transferRefused, { reason: 'no-means' as const }, { streamId }))).toEqual([
      closed,
      { type: 'transfer-refused', ...once, dims: { reason: 'no-means' } },
    ]);
  });

  it('an activity counts once, and each of its tasks and staff', () => {
    expect(transferFacts['ActivityTransferred']!(recorded(activityTransferred, passing, { streamId }))).toEqual([
      closed,
      { type: 'activity-transferred', ...once },
      task('issue-cards', 'transfer'),
      task('inform', 'transfer'),
      {
        type: 'staff-passed-on',
        countKind: 'unique-person',
        ...counted,
        subjectKind: 'professional',
        groupKey: streamId,
        dims: { way: 'transfer' },
      },
    ]);
  });

  it('an absorbed organisation counts as a structure', () => {
    expect(transferFacts['OrganisationAbsorbed']!(recorded(organisationAbsorbed, absorbing, { streamId }))).toEqual([
      {
        type: 'organisation-absorbed',
        countKind: 'structure',
        ...counted,
        subjectKind: 'structure',
        subjectKey: streamId,
        groupKey: streamId,
      },
      task('concertation', 'absorption'),
      {
        type: 'staff-passed-on',
        countKind: 'unique-person',
        exactness: 'lower-bound',
        v: null,
        lo: 3,
        hi: null,
        subjectKind: 'professional',
        groupKey: streamId,
        dims: { way: 'absorption' },
      },
    ]);
  });
});
