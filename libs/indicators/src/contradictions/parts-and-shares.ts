import { percent, roundedFraction } from '../rounding';
import { evidenceOf, type Finding, findingAbout, type Rule } from './contradiction';
import { grouped, inOneAction, isWhole, matterOf, NO_PARTS, periodOf, withPlan } from './matters';
import type { ClaimOnRecord } from './on-record';
import { quotedSum, quotedTogether, whatPlace } from './words';

interface Divided {
  readonly total: ClaimOnRecord | undefined;
  readonly dim: string;
  /** One claim for each part. */
  readonly parts: readonly ClaimOnRecord[];
}

const dimOf = ({ dims }: ClaimOnRecord): string | undefined => {
  const names = Object.keys(dims);
  return names.length === 1 && !NO_PARTS.includes(names[0]!) ? names[0] : undefined;
};

/** The figures that are printed in parts, two or more along one dimension, with the total where one is printed. */
function divided(claims: readonly ClaimOnRecord[]): readonly Divided[] {
  const figures = grouped(claims, ({ indicator, from, to, territory, organisation }) =>
    [indicator, from, to, territory ?? '', organisation ?? ''].join('~'),
  );
  return figures.flatMap((figure) => {
    const totals = figure.filter((claim) => isWhole(claim) && claim.target === undefined);
    const byDim = grouped(
      figure.filter((claim) => dimOf(claim) !== undefined),
      (claim) => `${dimOf(claim)}~${claim.plan ?? ''}~${claim.action ?? ''}~${claim.target ?? ''}`,
    );
    return byDim.flatMap((claimsOfDim) => {
      const dim = dimOf(claimsOfDim[0])!;
      const parts = grouped(claimsOfDim, ({ dims }) => String(dims[dim])).map(([first]) => first);
      return parts.length < 2 ? [] : [{ dim, parts, total: totals.find((total) => inOneAction(total, claimsOfDim[0])) }];
    });
  });
}

const sumOf = (parts: readonly ClaimOnRecord[]): number | undefined =>
  parts.every(({ value, exactness }) => value !== null && exactness !== 'approximate')
    ? parts.reduce((sum, { value }) => sum + (value ?? 0), 0)
    : undefined;

const findingOf = (
  total: ClaimOnRecord,
  parts: readonly ClaimOnRecord[],
  dim: string,
  values: Finding['values'],
  places: Finding['places'] = {},
): Finding => ({
  about: [...matterOf(total), dim],
  period: periodOf(total),
  ...withPlan(total),
  values: { printed: total.raw, parts: parts.map(({ raw }) => raw).join(' + '), ...values },
  places: { what: whatPlace(total), parts: quotedSum(parts.map(({ raw }) => raw)), ...places },
  evidence: [...new Set([total, ...parts])].map(evidenceOf),
});

/** The parts of a number give another number than is printed as their total. */
export const partsOffTotal: Rule = {
  code: 'parts-off-total',
  labels: { nl: 'Delen tegen totaal', fr: 'Parties contre total', en: 'Parts against total' },
  says: {
    nl: '{what}: “{printed}”, maar de delen geven {sum}: {parts}.',
    fr: '{what} : « {printed} », mais les parties donnent {sum} : {parts}.',
    en: '{what}: “{printed}”, but the parts give {sum}: {parts}.',
  },
  find: ({ claims }) =>
    divided(claims).flatMap(({ total, parts, dim }) => {
      const sum = total?.kind === 'percentage' ? undefined : sumOf(parts);
      if (!total || total.value === null || sum === undefined || sum === total.value) return [];
      return [findingOf(total, parts, dim, { sum }, { sum: (words) => words.number(sum, total) })];
    }),
};

/** A total adds places of several levels, five zones and one Region for example. */
export const levelsAdded: Rule = {
  code: 'levels-added',
  labels: { nl: 'Niveaus opgeteld', fr: 'Niveaux additionnés', en: 'Levels added up' },
  says: {
    nl: '{what}: “{printed}” telt plaatsen van verschillende niveaus samen: {parts}.',
    fr: '{what} : « {printed} » additionne des lieux de niveaux différents : {parts}.',
    en: '{what}: “{printed}” adds up places of different levels: {parts}.',
  },
  find: ({ claims }) =>
    divided(claims).flatMap(({ total, parts, dim }) =>
      total && dim === 'level' && sumOf(parts) === total.value ? [findingOf(total, parts, dim, {})] : [],
    ),
};

/** Shares that were read from words or are printed vaguely prove no sum. */
const PROVES = new Set(['exact', 'lower-bound']);

/** Shares of one whole come to more than the whole. */
export const sharesOverWhole: Rule = {
  code: 'shares-over-whole',
  labels: { nl: 'Aandelen boven het geheel', fr: 'Parts au-delà du tout', en: 'Shares above the whole' },
  says: {
    nl: '{what}: de aandelen {shares} zijn samen minstens {sum}.',
    fr: '{what} : les parts {shares} font ensemble au moins {sum}.',
    en: '{what}: the shares {shares} come to at least {sum}.',
  },
  find: ({ claims }) =>
    divided(claims.filter(({ kind, exactness }) => kind === 'percentage' && PROVES.has(exactness))).flatMap(({ parts, dim }) => {
      const sum = parts.reduce((total, { value, lo }) => total + (value ?? lo ?? 0), 0);
      const first = { ...parts[0]!, dims: {} };
      if (sum <= 10_000) return [];
      const places: Finding['places'] = {
        shares: quotedTogether(parts.map(({ raw }) => raw)),
        sum: (words) => words.number(sum, { kind: 'percentage' }),
      };
      return [{ ...findingOf(first, parts, dim, { sum: roundedFraction(sum, 100, 2) }, places), evidence: parts.map(evidenceOf) }];
    }),
};

const decimalsOf = (raw: string): number => /\d[.,](\d{1,2})\s*%/.exec(raw)?.[1]?.length ?? 0;

/** A printed percentage that its own numerator and denominator do not give, at the decimals that are printed. */
export const shareOff: Rule = {
  code: 'share-off',
  labels: { nl: 'Percentage tegen zijn delen', fr: 'Pourcentage contre ses termes', en: 'Percentage against its terms' },
  says: {
    nl: '{what}: “{printed}”, maar {num} op {den} is {computed}.',
    fr: '{what} : « {printed} », mais {num} sur {den} font {computed}.',
    en: '{what}: “{printed}”, but {num} of {den} is {computed}.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      const { kind, value, num, den, raw } = claim;
      if (kind !== 'percentage' || value === null || num === undefined || den === undefined) return [];
      const decimals = decimalsOf(raw);
      if (percent(num, den, decimals) === roundedFraction(value, 100, decimals)) return [];
      const computed = percent(num, den, 2);
      return [findingAbout(claim, { printed: raw, num, den, computed }, [], { computed: (words) => words.share(computed) })];
    }),
};
