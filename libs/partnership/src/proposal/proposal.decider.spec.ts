import { given, onDay, recorded } from '@app/decider/spec';
import {
  adoptProposal,
  attachCondition,
  formulateProposal,
  mergeProposals,
  proposalEvolution,
  rejectProposal,
  startProposal,
} from './proposal.decider';
import {
  conditionAttached,
  proposalAdopted,
  proposalFormulated,
  proposalRejected,
  proposalsMerged,
  proposalStarted,
} from './proposal.events';
import { proposalFacts } from './proposal.facts';

const dims = { rank: 'priority', zoneFunction: 'coordination', service: 'one-stop-desk' } as const;
const desk = { proposal: 'p-5', number: 5, title: { nl: 'Eén loket', fr: 'Guichet unique' }, ...dims } as const;
const paid = { condition: 1, kind: 'funding', title: { nl: 'Werktijd betalen', fr: 'Payer le temps' } } as const;
const july = { occurred: onDay('2021-07-01') };
const august = { occurred: onDay('2021-08-01') };

const formulated = [proposalFormulated, desk] as const;
const attached = [conditionAttached, { ...paid, ...dims }, july] as const;
const adopted = [proposalAdopted, { body: 'council', ...dims }, july] as const;
const started = [proposalStarted, dims, july] as const;
const rejected = [proposalRejected, { reason: 'not-funded', ...dims }, july] as const;
const merged = [proposalsMerged, { into: 'p-4', ...dims }, july] as const;
const proposalOf = (...history: Parameters<typeof given>[1]) => given(proposalEvolution, history);

describe('formulate a proposal', () => {
  it('records its number, its rank and its function', () => {
    expect(proposalOf().then(formulateProposal, desk)).toEqual([['ProposalFormulated', desk]]);
  });

  it('says nothing twice, and not after what became of it', () => {
    expect(proposalOf(formulated).then(formulateProposal, desk)).toEqual([]);
    expect(proposalOf(formulated, attached, adopted, started).then(formulateProposal, desk)).toEqual([]);
    expect(proposalOf(formulated, merged).then(formulateProposal, desk)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = proposalOf(formulated, [proposalFormulated, { ...desk, number: 6 }, { corrects: id }]);
    expect(corrected.then(formulateProposal, { ...desk, number: 6 })).toEqual([]);
    expect(corrected.refuses(formulateProposal, desk)).toBe('proposal.already-formulated');
  });

  it('refuses another proposal under the same code', () => {
    expect(proposalOf(formulated).refuses(formulateProposal, { ...desk, rank: 'additional' })).toBe('proposal.already-formulated');
    expect(proposalOf(formulated).refuses(formulateProposal, desk, july)).toBe('proposal.already-formulated');
  });
});

describe('attach a condition', () => {
  it('records it under its number', () => {
    expect(proposalOf(formulated).then(attachCondition, paid, july)).toEqual([['ConditionAttached', { ...paid, ...dims }]]);
    expect(proposalOf(formulated, attached).then(attachCondition, { ...paid, condition: 2 }, july)).toHaveLength(1);
  });

  it('says nothing twice, and not after an adoption or rejection', () => {
    expect(proposalOf(formulated, attached, adopted).then(attachCondition, paid, july)).toEqual([]);
    expect(proposalOf(formulated, attached, rejected).then(attachCondition, paid, july)).toEqual([]);
  });

  it.each([
    ['proposal.not-formulated', []],
    ['proposal.condition-exists', [formulated, attached]],
    ['proposal.already-rejected', [formulated, rejected]],
    ['proposal.already-merged', [formulated, merged]],
  ] as const)('refuses with %s', (code, history) => {
    expect(proposalOf(...history).refuses(attachCondition, { ...paid, kind: 'privacy' }, august)).toBe(code);
  });
});

describe('adopt a proposal', () => {
  it('names the body, and comes after a start too', () => {
    expect(proposalOf(formulated).then(adoptProposal, { body: 'council' }, july)).toEqual([
      ['ProposalAdopted', { body: 'council', ...dims }],
    ]);
    expect(proposalOf(formulated, started).then(adoptProposal, {}, august)).toEqual([['ProposalAdopted', dims]]);
  });

  it('says nothing twice, and not after the start', () => {
    expect(proposalOf(formulated, adopted, started).then(adoptProposal, { body: 'council' }, july)).toEqual([]);
  });

  it.each([
    ['proposal.not-formulated', []],
    ['proposal.already-adopted', [formulated, adopted]],
    ['proposal.already-rejected', [formulated, rejected]],
    ['proposal.already-merged', [formulated, merged]],
  ] as const)('refuses with %s', (code, history) => {
    expect(proposalOf(...history).refuses(adoptProposal, {}, august)).toBe(code);
  });
});

describe('start a proposal', () => {
  it('needs no adoption', () => {
    expect(proposalOf(formulated).then(startProposal, {}, july)).toEqual([['ProposalStarted', dims]]);
    expect(proposalOf(formulated, adopted).then(startProposal, {}, july)).toEqual([['ProposalStarted', dims]]);
  });

  it('says nothing twice, and not after a merger', () => {
    expect(proposalOf(formulated, started).then(startProposal, {}, july)).toEqual([]);
    expect(proposalOf(formulated, started, merged).then(startProposal, {}, july)).toEqual([]);
  });

  it.each([
    ['proposal.not-formulated', []],
    ['proposal.already-started', [formulated, started]],
    ['proposal.already-rejected', [formulated, rejected]],
    ['proposal.already-merged', [formulated, merged]],
  ] as const)('refuses with %s', (code, history) => {
    expect(proposalOf(...history).refuses(startProposal, {}, august)).toBe(code);
  });
});

describe('reject a proposal', () => {
  it('says why, before and after an adoption', () => {
    expect(proposalOf(formulated).then(rejectProposal, { reason: 'not-funded' }, july)).toEqual([
      ['ProposalRejected', { reason: 'not-funded', ...dims }],
    ]);
    expect(proposalOf(formulated, adopted).then(rejectProposal, { reason: 'not-funded' }, august)).toHaveLength(1);
  });

  it('says nothing twice', () => {
    expect(proposalOf(formulated, attached, rejected).then(rejectProposal, { reason: 'not-funded' }, july)).toEqual([]);
  });

  it.each([
    ['proposal.not-formulated', []],
    ['proposal.already-rejected', [formulated, rejected]],
    ['proposal.already-merged', [formulated, merged]],
    ['proposal.already-started', [formulated, started]],
  ] as const)('refuses with %s', (code, history) => {
    expect(proposalOf(...history).refuses(rejectProposal, { reason: 'not-feasible' }, august)).toBe(code);
  });
});

describe('what came before the end', () => {
  const june = { occurred: onDay('2021-06-30') };

  it('may be recorded, and corrected, after it', () => {
    expect(proposalOf(formulated, rejected).then(attachCondition, paid, june)).toHaveLength(1);
    expect(proposalOf(formulated, rejected).then(adoptProposal, {}, june)).toEqual([['ProposalAdopted', dims]]);
    expect(proposalOf(formulated, merged).then(startProposal, {}, june)).toEqual([['ProposalStarted', dims]]);
  });

  it('is no second end', () => {
    expect(proposalOf(formulated, rejected).refuses(rejectProposal, { reason: 'not-funded' }, june)).toBe('proposal.already-rejected');
    expect(proposalOf(formulated, merged).refuses(mergeProposals, { proposal: 'p-5', into: 'p-3' }, june)).toBe('proposal.already-merged');
  });
});

describe('merge proposals', () => {
  it('says which one goes on', () => {
    expect(proposalOf(formulated).then(mergeProposals, { proposal: 'p-5', into: 'p-4' }, july)).toEqual([
      ['ProposalsMerged', { into: 'p-4', ...dims }],
    ]);
  });

  it('says nothing twice', () => {
    expect(proposalOf(formulated, started, merged).then(mergeProposals, { proposal: 'p-5', into: 'p-4' }, july)).toEqual([]);
  });

  it.each([
    ['proposal.not-formulated', []],
    ['proposal.already-rejected', [formulated, rejected]],
    ['proposal.already-merged', [formulated, merged]],
    ['proposal.merges-with-itself', [formulated]],
  ] as const)('refuses with %s', (code, history) => {
    expect(proposalOf(...history).refuses(mergeProposals, { proposal: 'p-5', into: 'p-5' }, august)).toBe(code);
  });
});

describe('facts of a proposal', () => {
  const streamId = 'proposal-p-5';
  const fact = { countKind: 'proposal', exactness: 'exact', v: 1, lo: 1, hi: 1, subjectKey: streamId, dims };
  const ends = { change: ['proposal'], subjectKey: streamId, validTo: '2021-07-01' };
  const at = { streamId, ...july };

  it('each stage by itself, and the proposal as long as it stands', () => {
    expect(proposalFacts['ProposalFormulated']!(recorded(proposalFormulated, desk, { streamId }))).toEqual([
      { type: 'proposal-formulated', ...fact },
      { type: 'proposal', ...fact },
    ]);
    expect(proposalFacts['ProposalAdopted']!(recorded(proposalAdopted, dims, at))).toEqual([{ type: 'proposal-adopted', ...fact }]);
    expect(proposalFacts['ProposalStarted']!(recorded(proposalStarted, dims, at))).toEqual([{ type: 'proposal-started', ...fact }]);
    expect(proposalFacts['ProposalRejected']!(recorded(proposalRejected, rejected[1], at))).toEqual([
      ends,
      { type: 'proposal-rejected', ...fact, dims: { ...dims, reason: 'not-funded' } },
    ]);
    expect(proposalFacts['ProposalsMerged']!(recorded(proposalsMerged, merged[1], at))).toEqual([
      ends,
      { type: 'proposals-merged', ...fact },
    ]);
  });

  it('a condition is no proposal', () => {
    const { subjectKey: groupKey, ...rest } = fact;
    expect(proposalFacts['ConditionAttached']!(recorded(conditionAttached, attached[1], at))).toEqual([
      { ...rest, type: 'condition-attached', countKind: 'other', groupKey, dims: { ...dims, kind: 'funding' } },
    ]);
  });
});
