import { given, type Given } from '@app/decider/spec';
import { contradictionEvolution, explainContradiction, reopenContradiction, resolveContradiction } from './contradiction.decider';
import { contradictionExplained, contradictionReopened, contradictionResolved } from './contradiction.events';

const contradiction = 'claims-disagree.0123456789abcdef01234567';
const seen = '89abcdef0123456789abcdef';
const explanation = { contradiction, seen, text: { nl: 'Geannuleerd meegeteld', fr: 'Annulation comptée' } };
const another = { ...explanation, text: { nl: 'Twee data op één regel', fr: 'Deux dates sur une ligne' } };
const accepted = { contradiction, seen, reading: 'both' } as const;
const corrected = { contradiction, seen, correction: '00000000-0000-8000-8000-000000000001' };
const changed = { contradiction, reason: 'evidence-changed' } as const;

const explained = [contradictionExplained, explanation] as const;
const resolved = [contradictionResolved, accepted] as const;
const reopened = [contradictionReopened, changed] as const;
const after = (...history: Given[]) => given(contradictionEvolution, history);

describe('explain a contradiction', () => {
  it('says in words how it came about, and what was seen', () => {
    expect(after().then(explainContradiction, explanation)).toEqual([['ContradictionExplained', explanation]]);
  });

  it('says nothing twice, and lets a later explanation take the place of the earlier one', () => {
    expect(after(explained).then(explainContradiction, explanation)).toEqual([]);
    expect(after(explained).then(explainContradiction, another)).toEqual([['ContradictionExplained', another]]);
    const later = { ...explanation, seen: '000000000000000000000000' };
    expect(after(explained).then(explainContradiction, later)).toEqual([['ContradictionExplained', later]]);
  });

  it('begins anew once it was reopened', () => {
    expect(after(explained, reopened).then(explainContradiction, explanation)).toEqual([['ContradictionExplained', explanation]]);
  });

  it('is refused once it is resolved', () => {
    expect(after(explained, resolved).refuses(explainContradiction, another)).toBe('contradiction.already-resolved');
  });
});

describe('resolve a contradiction', () => {
  it.each([accepted, corrected])('by an accepted reading or by a correction', (resolution) => {
    expect(after().then(resolveContradiction, resolution)).toEqual([['ContradictionResolved', resolution]]);
    expect(after(explained).then(resolveContradiction, resolution)).toEqual([['ContradictionResolved', resolution]]);
  });

  it('says nothing twice', () => {
    expect(after(resolved).then(resolveContradiction, accepted)).toEqual([]);
  });

  it('is refused for another resolution, for both ways at once and for neither', () => {
    expect(after(resolved).refuses(resolveContradiction, corrected)).toBe('contradiction.already-resolved');
    expect(after().refuses(resolveContradiction, { ...accepted, ...corrected })).toBe('contradiction.correction-or-reading');
    expect(after().refuses(resolveContradiction, { contradiction, seen })).toBe('contradiction.correction-or-reading');
  });
});

describe('reopen a contradiction', () => {
  it.each([[[explained]], [[resolved]], [[explained, resolved]]])('that was explained or resolved', (history) => {
    const standing = after(...(history as Given[]));
    expect(standing.then(reopenContradiction, changed)).toEqual([['ContradictionReopened', changed]]);
  });

  it('leaves it open', () => {
    expect(after(explained, resolved, reopened).state).toEqual({ reopened: changed });
  });

  it('says nothing twice, and is refused for one that is open', () => {
    expect(after(explained, reopened).then(reopenContradiction, changed)).toEqual([]);
    expect(after(explained, reopened).refuses(reopenContradiction, { ...changed, reason: 'other' })).toBe('contradiction.open-already');
    expect(after().refuses(reopenContradiction, changed)).toBe('contradiction.open-already');
  });
});
