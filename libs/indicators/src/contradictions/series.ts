import { evidenceOf, findingAbout, type Rule } from './contradiction';
import { grouped, matterOf, periodOf, seriesOf, withPlan } from './matters';
import type { ClaimOnRecord } from './on-record';
import { quotedTogether, whatPlace } from './words';

type Pair = readonly [earlier: ClaimOnRecord, later: ClaimOnRecord];

/** Shares printed to a part of a percent, alike in two periods. */
const repeated = (claims: readonly ClaimOnRecord[]): readonly Pair[] =>
  grouped(
    claims.filter(({ kind, value, exactness }) => kind === 'percentage' && exactness === 'exact' && value !== null && value % 100 !== 0),
    (claim) => `${seriesOf(claim)}~${claim.value}`,
  ).flatMap((alike) => {
    const [first, ...rest] = [...alike].sort((a, b) => (a.from < b.from ? -1 : 1));
    const later = rest.find(({ from }) => first !== undefined && from > first.to);
    return first && later ? [[first, later] as const] : [];
  });

/** Two or more shares of one list are the same to two decimals in two periods. */
export const copiedSeries: Rule = {
  code: 'copied-series',
  labels: { nl: 'Reeks overgenomen', fr: 'Série recopiée', en: 'Series copied' },
  says: {
    nl: '{what}: in twee periodes staan dezelfde aandelen, {values}.',
    fr: '{what} : les mêmes parts figurent dans deux périodes, {values}.',
    en: '{what}: the same shares stand in two periods, {values}.',
  },
  find: ({ claims }) =>
    grouped(repeated(claims), ([one, other]) => [one.indicator, one.from, other.from].join('~')).flatMap((pairs) => {
      const [[earlier, later]] = pairs;
      if (pairs.length < 2) return [];
      const printed = pairs.map(([, { raw }]) => raw);
      return [
        {
          about: [later.indicator, `${earlier.from}..${earlier.to}`, `${later.from}..${later.to}`],
          period: periodOf(later),
          ...withPlan(later),
          values: { values: printed.join(', ') },
          places: { what: whatPlace({ ...later, dims: {} }), values: quotedTogether(printed) },
          evidence: pairs.flat().map(evidenceOf),
        },
      ];
    }),
};

/** A year was made of a measured part by a constant, without saying how much was measured. */
export const extrapolatedByFactor: Rule = {
  code: 'extrapolated-by-factor',
  labels: { nl: 'Met een vaste factor doorgetrokken', fr: 'Extrapolé par un facteur constant', en: 'Extrapolated by a constant factor' },
  says: {
    nl: '{what}: “{printed}” is {factor} keer wat gemeten is: “{measured}”.',
    fr: '{what} : « {printed} » est {factor} fois ce qui a été mesuré : « {measured} ».',
    en: '{what}: “{printed}” is {factor} times what was measured: “{measured}”.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      if (claim.exactness !== 'extrapolated' || claim.value === null) return [];
      const measured = claims.find(
        ({ indicator, from, to, dims }) =>
          indicator === claim.indicator && from === claim.from && to === claim.to && dims['method'] === 'measured',
      );
      const factor = measured?.value ? claim.value / measured.value : 0;
      if (!measured || !Number.isInteger(factor) || factor < 2) return [];
      return [findingAbout(claim, { printed: claim.raw, factor, measured: measured.raw }, [measured])];
    }),
};

/** A range for each group, of which no total can be made and none is printed. */
export const rangeWithoutTotal: Rule = {
  code: 'range-without-total',
  labels: { nl: 'Vork zonder totaal', fr: 'Fourchette sans total', en: 'Range without a total' },
  says: {
    nl: '{what}: “{printed}” geldt per {each}; een totaal is er niet uit te maken.',
    fr: '{what} : « {printed} » vaut par {each} ; on ne peut en tirer un total.',
    en: '{what}: “{printed}” holds per {each}; no total can be made of it.',
  },
  find: ({ claims }) =>
    claims
      .filter(({ exactness, dims }) => exactness === 'range' && dims['per'] !== undefined)
      .filter((claim) => {
        const { indicator, from, to, plan, action } = claim;
        return !claims.some(
          (other) =>
            other !== claim &&
            other.indicator === indicator &&
            other.from === from &&
            other.to === to &&
            other.plan === plan &&
            other.action === action &&
            Object.keys(other.dims).length === 0,
        );
      })
      .map((claim) => ({
        ...findingAbout(claim, { printed: claim.raw }, [], { each: (words) => words.each(String(claim.dims['per'])) }),
        about: [...matterOf(claim), ...(claim.action === undefined ? [] : [`${claim.plan}/${claim.action}`])],
      })),
};
