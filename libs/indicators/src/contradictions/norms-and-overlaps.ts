import type { IndicatorDefinition, Selection } from '../definition';
import { type Finding, findingAbout, type Rule } from './contradiction';
import { boundsOf, dimsText, grouped, isWhole, matterOf, momentOf } from './matters';
import type { ClaimOnRecord } from './on-record';
import { quotedTogether } from './words';

type Definitions = ReadonlyMap<string, IndicatorDefinition>;

/** A range that a document sets for something that nobody counts: no event can state it, so two of them are two norms and not two years. */
function isNorm({ indicator, exactness }: ClaimOnRecord, definitions: Definitions): boolean {
  const { measure, subjectKind } = definitions.get(indicator) ?? {};
  return exactness === 'range' && measure?.op === 'reported' && subjectKind === 'none';
}

/** What it is a norm of, whichever document sets it for which years. */
const normOf = ({ indicator, territory, organisation }: ClaimOnRecord, definitions: Definitions): readonly string[] =>
  [definitions.get(indicator)?.sameAs ?? indicator, territory, organisation].filter((part) => part !== undefined);

/** Two documents set one norm in two ways; indicators that are proposed as the same are one. */
export const normDiffers: Rule = {
  code: 'norm-differs',
  labels: { nl: 'Twee maten voor hetzelfde', fr: 'Deux normes pour une même chose', en: 'Two norms for one thing' },
  says: {
    nl: '{what}: documenten geven verschillende maten, {values}.',
    fr: '{what} : les documents donnent des normes différentes, {values}.',
    en: '{what}: documents set different norms, {values}.',
  },
  find: ({ claims, definitions }) =>
    grouped(
      claims.filter((claim) => isNorm(claim, definitions) && isWhole(claim)),
      (claim) => normOf(claim, definitions).join('~'),
    ).flatMap((norms): readonly Finding[] => {
      const apart = grouped(norms, (claim) => Object.values(boundsOf(claim)).join('–')).map(([first]) => first);
      const [first, ...others] = grouped(apart, ({ source }) => source?.ref ?? '').map(([one]) => one);
      if (!first || others.length === 0) return [];
      const printed = [first, ...others].map(({ raw }) => raw);
      return [
        {
          ...findingAbout(first, { values: printed.join(' / ') }, others, { values: quotedTogether(printed) }),
          about: normOf(first, definitions),
        },
      ];
    }),
};

interface Share {
  readonly claim: ClaimOnRecord;
  readonly of: Selection;
  readonly dim: string;
  readonly values: readonly unknown[];
}

/** A printed share whose numerator is picked by the values of one dimension. */
function shareOf(claim: ClaimOnRecord, definitions: Definitions): readonly Share[] {
  const measure = definitions.get(claim.indicator)?.measure;
  if (claim.kind !== 'percentage' || claim.exactness !== 'exact' || measure?.op !== 'ratio') return [];
  const [condition, ...more] = measure.num.where?.all ?? [];
  return condition?.value && more.length === 0 ? [{ claim, of: measure.den, dim: condition.dim, values: condition.value }] : [];
}

const overlaps = (shares: readonly Share[]): boolean => {
  const values = shares.flatMap((share) => share.values);
  return new Set(values).size < values.length;
};

const WHOLE = 10_000;

/** Shares that may overlap come to just the whole, as if nobody were in two of them. */
export const overlapUnsaid: Rule = {
  code: 'overlap-unsaid',
  labels: { nl: 'Overlap niet vermeld', fr: 'Recoupement passé sous silence', en: 'Overlap not told' },
  says: {
    nl: 'Samen precies {whole}: {shares}. Iemand kan in meer dan één ervan zitten; hoeveel er dat zijn staat er niet.',
    fr: 'Ensemble exactement {whole} : {shares}. On peut compter dans plusieurs ; combien sont dans ce cas, on ne le lit pas.',
    en: 'Exactly {whole} together: {shares}. One may be in several of them; how many are is not told.',
  },
  find: ({ claims, definitions }) =>
    grouped(
      claims.flatMap((claim) => shareOf(claim, definitions)),
      ({ claim, of, dim }) => [JSON.stringify(of), dim, momentOf(claim), dimsText(claim), claim.territory, claim.organisation].join('~'),
    ).flatMap((shares): readonly Finding[] => {
      const [first, ...others] = shares.map(({ claim }) => claim).sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
      const sum = shares.reduce((total, { claim: { value } }) => total + (value ?? 0), 0);
      if (!first || sum !== WHOLE || !overlaps(shares)) return [];
      const printed = shares.map(({ claim }) => claim);
      const finding = findingAbout(first, { parts: printed.map(({ raw }) => raw).join(' + ') }, others, {
        shares: (words) => words.together(printed.map(({ indicator, raw }) => `${words.indicator(indicator)} (${words.quoted(raw)})`)),
        whole: (words) => words.share(100),
      });
      return [{ ...finding, about: [...others.map(({ indicator }) => indicator), ...matterOf(first)] }];
    }),
};
