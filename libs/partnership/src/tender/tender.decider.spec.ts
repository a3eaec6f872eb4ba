import { given, onDay, recorded } from '@app/decider/spec';
import { awardTender, endTenderWithoutAward, publishTender, tenderEvolution } from './tender.decider';
import { tenderAwarded, tenderNotAwarded, tenderPublished } from './tender.events';
import { tenderFacts } from './tender.facts';

const on = (day: string) => ({ occurred: onDay(day) });
const object = 'it-management' as const;
const terms = { bids: 3, supplier: 'org-s1', amountCents: 1_250_000, lastDay: '2023-12-31' } as const;
const published = [tenderPublished, { object }, on('2021-03-01')] as const;
const awarded = [tenderAwarded, { object, ...terms }, on('2021-06-15')] as const;
const ended = [tenderNotAwarded, { object, reason: 'no-bids' }, on('2021-06-15')] as const;
const tender = (...history: Parameters<typeof given>[1]) => given(tenderEvolution, history);

describe('publish a tender', () => {
  it('says what is asked', () => {
    expect(tender().then(publishTender, { object })).toEqual([['TenderPublished', { object }]]);
  });

  it('says nothing twice, also after the award', () => {
    expect(tender(published).then(publishTender, { object }, on('2021-03-01'))).toEqual([]);
    expect(tender(published, awarded).then(publishTender, { object }, on('2021-03-01'))).toEqual([]);
  });

  it.each([
    ['tender.already-published', [published]],
    ['tender.ends-before-publication', [awarded]],
    ['tender.ends-before-publication', [ended]],
  ] as const)('refuses with %s', (code, history) => {
    expect(tender(...history).refuses(publishTender, { object }, on('2021-07-01'))).toBe(code);
  });
});

describe('award a tender', () => {
  it('takes its object from the publication, or says it', () => {
    expect(tender(published).then(awardTender, terms)).toEqual([['TenderAwarded', { object, ...terms }]]);
    expect(tender().then(awardTender, { object: 'translation' })).toEqual([['TenderAwarded', { object: 'translation' }]]);
  });

  it('says nothing twice', () => {
    expect(tender(published, awarded).then(awardTender, terms)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-00000000000a';
    const corrected = tender(
      published,
      [tenderAwarded, { object, ...terms }, { id, ...on('2021-06-15') }],
      [tenderAwarded, { object, ...terms, bids: 2 }, { corrects: id, ...on('2021-06-15') }],
    );
    expect(corrected.then(awardTender, { ...terms, bids: 2 })).toEqual([]);
  });

  it.each([
    ['tender.not-described', [], '2021-06-15'],
    ['tender.already-awarded', [published, awarded], '2021-06-16'],
    ['tender.ended-without-award', [published, ended], '2021-06-15'],
    ['tender.ends-before-publication', [published], '2021-02-28'],
    ['tender.lasts-no-day', [published], '2024-01-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(tender(...history).refuses(awardTender, terms, on(day))).toBe(code);
  });
});

describe('end a tender without award', () => {
  it('says why', () => {
    expect(tender(published).then(endTenderWithoutAward, { reason: 'no-bids' })).toEqual([
      ['TenderNotAwarded', { object, reason: 'no-bids' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(tender(published, ended).then(endTenderWithoutAward, { reason: 'no-bids' })).toEqual([]);
  });

  it.each([
    ['tender.not-published', [], '2021-06-15'],
    ['tender.ended-without-award', [published, ended], '2021-06-16'],
    ['tender.already-awarded', [published, awarded], '2021-06-15'],
    ['tender.ends-before-publication', [published], '2021-02-28'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(tender(...history).refuses(endTenderWithoutAward, { reason: 'other' }, on(day))).toBe(code);
  });
});

describe('facts of a tender', () => {
  const streamId = 'tender-a';
  const of = (v: number) => ({ exactness: 'exact', v, lo: v, hi: v });
  const rest = { groupKey: streamId, dims: { object } };
  const supplier = { subjectKind: 'structure', subjectKey: 'org-s1' };

  it('keeps asked, awarded and not awarded apart', () => {
    expect(tenderFacts['TenderPublished']!(recorded(tenderPublished, { object }, { streamId }))).toEqual([
      { type: 'tender-published', countKind: 'other', ...of(1), ...rest },
    ]);
    expect(tenderFacts['TenderAwarded']!(recorded(tenderAwarded, { object, ...terms }, { streamId }))).toEqual([
      { type: 'tender-awarded', countKind: 'other', ...of(1), ...rest, ...supplier, validTo: '2024-01-01' },
      { type: 'tender-amount', countKind: 'euro', ...of(1_250_000), ...rest, ...supplier },
    ]);
    expect(tenderFacts['TenderAwarded']!(recorded(tenderAwarded, { object }, { streamId }))).toEqual([
      { type: 'tender-awarded', countKind: 'other', ...of(1), ...rest, subjectKind: 'structure' },
    ]);
    expect(tenderFacts['TenderNotAwarded']!(recorded(tenderNotAwarded, { object, reason: 'no-bids' }, { streamId }))).toEqual([
      { type: 'tender-not-awarded', countKind: 'other', ...of(1), groupKey: streamId, dims: { object, reason: 'no-bids' } },
    ]);
  });
});
