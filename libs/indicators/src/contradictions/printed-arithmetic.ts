import { areApart } from '../interval';
import { roundedFraction } from '../rounding';
import { type Finding, findingAbout, type Rule } from './contradiction';
import { boundsOf, grouped, inOneAction, isNear, isWhole, momentOf } from './matters';
import type { ClaimOnRecord } from './on-record';

/** "Tripled" is printed, and its own two numbers give something else. */
export const multipleOff: Rule = {
  code: 'multiple-off',
  labels: { nl: 'Zoveel keer, tegen zijn getallen', fr: 'Multiple contre ses nombres', en: 'So many times, against its numbers' },
  says: {
    nl: '{what}: “{printed}”, maar {num} is {computed} keer {den}.',
    fr: '{what} : « {printed} », mais {num} vaut {computed} fois {den}.',
    en: '{what}: “{printed}”, but {num} is {computed} times {den}.',
  },
  find: ({ claims, definitions }) =>
    claims.flatMap((claim) => {
      const { value, num, den, raw } = claim;
      const counts = definitions.get(claim.indicator)?.unit === 'times';
      if (!counts || value === null || num === undefined || den === undefined || isNear(value, num / den)) return [];
      return [findingAbout(claim, { printed: raw, num, den, computed: roundedFraction(num, den, 2) })];
    }),
};

interface Factors {
  readonly each: ClaimOnRecord;
  readonly times: ClaimOnRecord;
  readonly total: ClaimOnRecord;
}

/** A number for each of so many, and the total of them all, as one action prints them for one period. */
function factorsOf(each: ClaimOnRecord, claims: readonly ClaimOnRecord[]): Factors | undefined {
  const { per, ...more } = each.dims;
  if (per === undefined || Object.keys(more).length > 0) return undefined;
  const wholes = claims.filter((other) => isWhole(other) && momentOf(other) === momentOf(each) && inOneAction(other, each));
  const [times, ...others] = wholes.filter(({ kind, indicator }) => kind === per && indicator !== each.indicator);
  const total = wholes.find(({ indicator }) => indicator === each.indicator);
  return times && total && others.length === 0 ? { each, times, total } : undefined;
}

const product = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : one * other);

/** So many sessions of so many persons each are not the persons that are printed in all. */
export const productOff: Rule = {
  code: 'product-off',
  labels: { nl: 'Vermenigvuldiging tegen totaal', fr: 'Multiplication contre total', en: 'Multiplication against total' },
  says: {
    nl: '{what}: “{printed}”, maar “{times}” van elk “{each}” geven {product}.',
    fr: '{what} : « {printed} », mais « {times} » à raison de « {each} » font {product}.',
    en: '{what}: “{printed}”, but “{times}” of “{each}” each give {product}.',
  },
  find: ({ claims }) => {
    const certain = claims.filter(({ exactness }) => exactness !== 'approximate');
    return certain.flatMap((one): readonly Finding[] => {
      const { each, times, total } = factorsOf(one, certain) ?? {};
      if (!each || !times || !total) return [];
      const [per, number, printed] = [boundsOf(each), boundsOf(times), boundsOf(total)];
      const [lo, hi] = [product(per.lo, number.lo), product(per.hi, number.hi)];
      if (!areApart({ lo, hi }, printed)) return [];
      const text = lo === hi ? String(lo) : `${lo ?? '?'}–${hi ?? '?'}`;
      const values = { printed: total.raw, times: times.raw, each: each.raw, product: text };
      return [findingAbout(total, values, [times, each], { product: (words) => words.between({ lo, hi }, total) })];
    });
  },
};

const ASKED: readonly string[] = ['request', 'registration'];
const CAME: readonly string[] = ['unique-person', 'attendance'];

const only = (claims: readonly ClaimOnRecord[]): ClaimOnRecord | undefined => (claims.length === 1 ? claims[0] : undefined);

/** More asked than there were places, and places stayed empty: who was declined is not told. */
export const placesLeft: Rule = {
  code: 'places-left',
  labels: {
    nl: 'Te weinig plaatsen, en plaatsen over',
    fr: 'Trop peu de places, et des places vides',
    en: 'Too few places, and places left',
  },
  says: {
    nl: '{what}: “{asked}”, maar van de {places} plaatsen zijn er {came} gebruikt.',
    fr: '{what} : « {asked} », mais sur {places} places, {came} ont été utilisées.',
    en: '{what}: “{asked}”, but of {places} places {came} were used.',
  },
  find: ({ claims }) =>
    grouped(
      claims.filter((claim) => claim.action !== undefined && isWhole(claim)),
      (claim) => `${claim.plan}/${claim.action}~${momentOf(claim)}`,
    ).flatMap((own) => {
      const places = only(own.filter(({ kind }) => kind === 'place'));
      const came = only(own.filter(({ kind }) => CAME.includes(kind)));
      const capacity = places?.value ?? null;
      if (!places || !came || capacity === null) return [];
      const asked = own.find((claim) => ASKED.includes(claim.kind) && (boundsOf(claim).lo ?? 0) > capacity);
      const { hi } = boundsOf(came);
      if (!asked || hi === null || hi >= capacity) return [];
      return [findingAbout(places, { asked: asked.raw, places: capacity, came: hi }, [asked, came])];
    }),
};
