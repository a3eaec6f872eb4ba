import { given, onDay, recorded } from '@app/decider/spec';
import { advanceOutput, deliverOutput, outputEvolution, reviseOutput, withdrawOutput } from './output.decider';
import { outputAdvanced, outputDelivered, outputRevised, outputWithdrawn } from './output.events';
import { outputFacts } from './output.facts';

const guide = { kind: 'guide', stage: 'tested', title: { nl: 'Gids', fr: 'Guide' } } as const;

const unknown = given(outputEvolution, []);
const tested = given(outputEvolution, [[outputDelivered, guide]]);
const approved = given(outputEvolution, [
  [outputDelivered, guide],
  [outputAdvanced, { kind: 'guide', stage: 'approved' }],
]);
const withdrawn = given(outputEvolution, [
  [outputDelivered, guide],
  [outputWithdrawn, { kind: 'guide', reason: 'outdated' }],
]);

describe('deliver an output', () => {
  it('records what it is and how far it is', () => {
    const issue = { ...guide, kind: 'magazine-issue', stage: 'published', copies: { value: 2000, exactness: 'exact' } } as const;
    expect(unknown.then(deliverOutput, issue)).toEqual([['OutputDelivered', issue]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(tested.when(deliverOutput, guide)).toEqual([]);
    expect(approved.when(deliverOutput, guide)).toEqual([]);
  });

  it('refuses a second delivery', () => {
    expect(tested.refuses(deliverOutput, { ...guide, stage: 'published' })).toBe('output.already-delivered');
    expect(tested.refuses(deliverOutput, guide, { occurred: onDay('2021-06-16') })).toBe('output.already-delivered');
  });
});

describe('advance an output', () => {
  it('records the stage it reaches', () => {
    expect(tested.then(advanceOutput, { stage: 'published', url: 'https://example.org/guide' })).toEqual([
      ['OutputAdvanced', { kind: 'guide', stage: 'published', url: 'https://example.org/guide' }],
    ]);
  });

  it('says nothing new when it is repeated', () => {
    expect(approved.when(advanceOutput, { stage: 'approved' })).toEqual([]);
  });

  it('names who approved it, once it is approved', () => {
    const kit = { kind: 'kit', stage: 'draft', title: guide.title, code: 'copd' } as const;
    expect(unknown.then(deliverOutput, kit)).toEqual([['OutputDelivered', kit]]);
    const drafted = given(outputEvolution, [[outputDelivered, kit]]);
    const approval = { stage: 'approved', approvedBy: 'riziv-inami' } as const;
    expect(drafted.then(advanceOutput, approval)).toEqual([['OutputAdvanced', { kind: 'kit', ...approval }]]);
    expect(drafted.refuses(advanceOutput, { ...approval, stage: 'tested' })).toBe('output.not-approved');
    expect(unknown.refuses(deliverOutput, { ...kit, approvedBy: 'riziv-inami' })).toBe('output.not-approved');
    expect(outputFacts['OutputAdvanced']!(recorded(outputAdvanced, { kind: 'kit', ...approval }, { streamId: 'output-k' }))).toEqual([
      {
        type: 'output-delivered',
        countKind: 'output',
        ...{ exactness: 'exact', v: 1, lo: 1, hi: 1 },
        ...{ subjectKind: 'structure', subjectKey: 'output-k' },
        dims: { kind: 'kit', ...approval },
      },
    ]);
  });

  it('refuses what contradicts the record', () => {
    expect(unknown.refuses(advanceOutput, { stage: 'approved' })).toBe('output.not-delivered');
    expect(withdrawn.refuses(advanceOutput, { stage: 'approved' })).toBe('output.already-withdrawn');
    expect(approved.refuses(advanceOutput, { stage: 'tested' })).toBe('output.not-further');
  });
});

describe('revise an output', () => {
  const on = (day: string) => ({ occurred: onDay(day) });
  const edition = { url: 'https://example.org/2', languages: ['nl', 'fr'] } as const;
  const revised = given(outputEvolution, [
    [outputDelivered, guide],
    [outputRevised, { kind: 'guide', ...edition }, on('2021-09-01')],
  ]);
  const draft = given(outputEvolution, [[outputDelivered, { ...guide, stage: 'draft' }]]);

  it('brings it up to date, as often as it takes', () => {
    expect(tested.then(reviseOutput, edition, on('2021-09-01'))).toEqual([['OutputRevised', { kind: 'guide', ...edition }]]);
    expect(revised.then(reviseOutput, {}, on('2022-09-01'))).toEqual([['OutputRevised', { kind: 'guide' }]]);
  });

  it('says nothing twice, after a later revision and a withdrawal either', () => {
    expect(revised.then(reviseOutput, edition, on('2021-09-01'))).toEqual([]);
    const later = given(outputEvolution, [
      [outputDelivered, guide],
      [outputRevised, { kind: 'guide', ...edition }, on('2021-09-01')],
      [outputRevised, { kind: 'guide' }, on('2022-09-01')],
      [outputWithdrawn, { kind: 'guide', reason: 'outdated' }],
    ]);
    expect(later.then(reviseOutput, edition, on('2021-09-01'))).toEqual([]);
  });

  it.each([
    ['output.not-delivered', unknown, '2021-09-01'],
    ['output.already-revised', revised, '2021-09-01'],
    ['output.already-withdrawn', withdrawn, '2021-09-01'],
    ['output.still-a-draft', draft, '2021-09-01'],
    ['output.revised-before-delivery', tested, '2021-06-14'],
  ] as const)('refuses with %s', (code, output, day) => {
    expect(output.refuses(reviseOutput, { languages: ['fr'] }, on(day))).toBe(code);
  });

  it('counts the output, and what is printed anew', () => {
    const data = { kind: 'guide', copies: { value: 50, exactness: 'exact' } } as const;
    const exact = (n: number) => ({ exactness: 'exact', v: n, lo: n, hi: n });
    expect(outputFacts['OutputRevised']!(recorded(outputRevised, data, { streamId: 'output-k' }))).toEqual([
      {
        type: 'output-revised',
        countKind: 'output',
        ...exact(1),
        subjectKind: 'structure',
        subjectKey: 'output-k',
        dims: { kind: 'guide' },
      },
      { type: 'output-copies', countKind: 'document', ...exact(50), dims: { kind: 'guide' } },
    ]);
  });
});

describe('withdraw an output', () => {
  it('records the reason', () => {
    expect(approved.then(withdrawOutput, { reason: 'replaced' })).toEqual([['OutputWithdrawn', { kind: 'guide', reason: 'replaced' }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(withdrawn.when(withdrawOutput, { reason: 'outdated' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(unknown.refuses(withdrawOutput, { reason: 'replaced' })).toBe('output.not-delivered');
    expect(withdrawn.refuses(withdrawOutput, { reason: 'replaced' })).toBe('output.already-withdrawn');
  });
});

describe('a corrected delivery', () => {
  it('takes the place of the first one', () => {
    const corrected = given(outputEvolution, [
      [outputDelivered, guide],
      [outputDelivered, { ...guide, stage: 'draft' }, { corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.then(advanceOutput, { stage: 'tested' })).toEqual([['OutputAdvanced', { kind: 'guide', stage: 'tested' }]]);
  });
});

describe('facts of an output', () => {
  const streamId = 'output-AAAAAAAAAAAAAAAAAAAAAA';
  const one = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const row = { type: 'output-delivered', countKind: 'output', ...one, subjectKind: 'structure', subjectKey: streamId };

  it('a row for each stage, under one key', () => {
    expect(outputFacts['OutputDelivered']!(recorded(outputDelivered, guide, { streamId }))).toEqual([
      { ...row, dims: { kind: 'guide', stage: 'tested' } },
    ]);
    expect(outputFacts['OutputAdvanced']!(recorded(outputAdvanced, { kind: 'guide', stage: 'published' } as const, { streamId }))).toEqual([
      { ...row, dims: { kind: 'guide', stage: 'published' } },
    ]);
  });

  it('copies are documents, never outputs', () => {
    const copies = { lo: 351, exactness: 'lower-bound' } as const;
    expect(outputFacts['OutputDelivered']!(recorded(outputDelivered, { ...guide, copies }, { streamId }))[1]).toEqual({
      type: 'output-copies',
      countKind: 'document',
      exactness: 'lower-bound',
      v: null,
      lo: 351,
      hi: null,
      dims: { kind: 'guide' },
    });
  });
});
