import { evidenceOf, type Finding, type Rule } from './contradiction';
import { matterOf, periodOf, withPlan } from './matters';
import type { OnRecord } from './on-record';
import { type Contradicted, contradictedBy, intervalText, sourceOf } from './recounted';
import { countedPlace, whatPlace } from './words';

type Reason = 'cancelled' | 'planned';

/** How the field names the facts of gatherings that did not take place, where those that did are `<gathering>-held`. */
const NOT_HELD: Readonly<Record<Reason, readonly string[]>> = { cancelled: ['cancelled'], planned: ['planned', 'convened'] };

const REASONS: readonly Reason[] = ['cancelled', 'planned'];

const HELD = /-held$/;

function unheldTypes({ definitions }: OnRecord, indicator: string, reason: Reason): readonly string[] {
  const measure = definitions.get(indicator)?.measure;
  if (measure?.op !== 'sum' || !measure.of.factType.every((type) => HELD.test(type))) return [];
  return measure.of.factType.flatMap((type) => NOT_HELD[reason].map((ending) => type.replace(HELD, `-${ending}`)));
}

/** How many of the gatherings that are printed did not take place: what stands above the recount, when just so many were cancelled or planned. */
function unheldIn(record: OnRecord, { claim, figure }: Contradicted, reason: Reason): number | undefined {
  const types = unheldTypes(record, claim.indicator, reason);
  if (types.length === 0 || claim.value === null || typeof figure.computed.value !== 'number') return undefined;
  const above = claim.value - figure.computed.value;
  return record.countOf(claim, types) === above ? above : undefined;
}

/** Whether the difference is told by one of the rules below, and need not be told as a difference alone. */
export const isToldAsNotHeld = (record: OnRecord, contradicted: Contradicted): boolean =>
  REASONS.some((reason) => unheldIn(record, contradicted, reason) !== undefined);

const findingOf = (contradicted: Contradicted, unheld: number): Finding => {
  const { claim, figure, factor } = contradicted;
  return {
    about: matterOf(claim),
    apart: sourceOf(claim),
    period: periodOf(claim),
    ...withPlan(claim),
    values: { printed: claim.raw, counted: intervalText(figure), unheld },
    places: { what: whatPlace(claim), counted: countedPlace(figure) },
    evidence: [evidenceOf(claim)],
    figureIds: [figure.id],
    factor,
  };
};

const findUnheld =
  (reason: Reason): Rule['find'] =>
  (record) =>
    record.claims.flatMap((claim) => {
      const contradicted = contradictedBy(record, claim);
      const unheld = contradicted && unheldIn(record, contradicted, reason);
      return contradicted && unheld !== undefined ? [findingOf(contradicted, unheld)] : [];
    });

/** A printed number counts gatherings that were cancelled among those that were organised. */
export const cancelledCounted: Rule = {
  code: 'cancelled-counted',
  labels: { nl: 'Afgelast en toch geteld', fr: 'Annulé mais compté', en: 'Cancelled yet counted' },
  says: {
    nl: '{what}: “{printed}” telt mee wat niet doorging ({unheld}); gehouden: {counted}.',
    fr: '{what} : « {printed} » compte aussi ce qui n’a pas eu lieu ({unheld}) ; tenu : {counted}.',
    en: '{what}: in “{printed}”, what was called off is counted too ({unheld}); held: {counted}.',
  },
  find: findUnheld('cancelled'),
};

/** A printed number counts gatherings that were only planned as held. */
export const plannedCounted: Rule = {
  code: 'planned-counted',
  labels: { nl: 'Gepland en al geteld', fr: 'Prévu et déjà compté', en: 'Planned yet counted' },
  says: {
    nl: '{what}: “{printed}” telt mee wat alleen gepland is ({unheld}); gehouden: {counted}.',
    fr: '{what} : « {printed} » compte aussi ce qui n’est que prévu ({unheld}) ; tenu : {counted}.',
    en: '{what}: in “{printed}”, what was only planned is counted too ({unheld}); held: {counted}.',
  },
  find: findUnheld('planned'),
};
