import { countKindOf } from '../measures';
import { percent } from '../rounding';
import { evidenceOf, type Rule } from './contradiction';
import { grouped, matterOf, periodOf, withPlan } from './matters';
import type { Gathering, TargetOnRecord } from './on-record';
import { kindPlace, numbersTogether, planPlace, quotedTogether, whatPlace } from './words';

const wordingOf = ({ indicator, comparator, lo, hi, kind, per, rhythm, printed, label }: TargetOnRecord): string =>
  JSON.stringify([indicator, comparator, lo, hi, kind, per, rhythm, printed, label]);

/** Two actions of a plan have the same targets, word for word. */
export const copiedTargets: Rule = {
  code: 'copied-targets',
  labels: { nl: 'Zelfde doelen bij twee acties', fr: 'Mêmes cibles pour deux actions', en: 'Same targets for two actions' },
  says: {
    nl: 'De acties {actions} van het plan ‘{plan}’ hebben precies dezelfde doelen.',
    fr: 'Les actions {actions} du plan « {plan} » ont exactement les mêmes cibles.',
    en: 'The actions {actions} of the plan ‘{plan}’ have exactly the same targets.',
  },
  find: ({ targets }) => {
    const actions = grouped(targets, ({ plan, action }) => `${plan}/${action}`);
    return grouped(actions, (own) => `${own[0].plan}~${own.map(wordingOf).sort().join()}`)
      .filter((alike) => alike.length > 1)
      .map((alike) => {
        const [{ plan, from, to }] = alike[0];
        const numbers = alike.map(([{ action }]) => action);
        return {
          about: [plan, ...numbers.map(String)],
          period: { from, to },
          plan,
          values: { actions: numbers.join(', ') },
          places: { plan: planPlace(plan), actions: numbersTogether(numbers) },
          evidence: alike.flat().map(({ eventId, printed }) => ({ eventId, raw: printed })),
        };
      });
  },
};

/** A target counts one kind, and its indicator another: no result can meet it. */
export const targetNotComparable: Rule = {
  code: 'target-not-comparable',
  labels: { nl: 'Doel en resultaat niet te vergelijken', fr: 'Cible et résultat non comparables', en: 'Target and result not comparable' },
  says: {
    nl: 'Actie {action} van het plan ‘{plan}’: het doel “{printed}” telt {wanted}, het resultaat telt {counted}.',
    fr: 'Action {action} du plan « {plan} » : la cible « {printed} » est exprimée en {wanted}, le résultat en {counted}.',
    en: 'Action {action} of the plan ‘{plan}’: the target “{printed}” counts {wanted}, the result counts {counted}.',
  },
  find: ({ targets, definitions }) =>
    targets.flatMap(({ plan, action, target, indicator, comparator, kind, from, to, printed, eventId }) => {
      const definition = definitions.get(indicator);
      const counted = definition && countKindOf(definition);
      if (comparator === 'none' || counted === undefined || counted === kind) return [];
      return [
        {
          about: [plan, target],
          period: { from, to },
          plan,
          values: { printed, wanted: kind, counted },
          places: {
            action: (words) => words.number(action),
            plan: planPlace(plan),
            wanted: kindPlace(kind),
            counted: kindPlace(counted),
          },
          evidence: [{ eventId, raw: printed }],
        },
      ];
    }),
};

/** At most two in three of those who registered came. */
const LOW = 66.7;

/** So many gatherings tell what is usual here; of fewer the quartiles say nothing. */
const ENOUGH = 8;

const shareOf = ({ attendances, registrations }: Gathering): number => percent(attendances, registrations) ?? 0;

/**
 * Below which share few came. Where many gatherings are known the usual share is too, and only what falls out of it is told: the lower fence of
 * J. W. Tukey, Exploratory Data Analysis (1977), one and a half times the quartile range under the first quartile.
 */
function fewBelow(gatherings: readonly Gathering[]): number {
  if (gatherings.length < ENOUGH) return LOW;
  const shares = gatherings.map(shareOf).sort((a, b) => a - b);
  const [first, third] = [shares[Math.floor((shares.length - 1) / 4)]!, shares[Math.ceil((3 * (shares.length - 1)) / 4)]!];
  return Math.min(LOW, first - 1.5 * (third - first));
}

/** Far fewer came than had registered: a warning for every figure of registrations alone. */
export const fewCame: Rule = {
  code: 'few-came',
  labels: { nl: 'Weinig opkomst', fr: 'Faible présence', en: 'Few came' },
  says: {
    nl: 'Van {registrations} ingeschrevenen kwamen er {attendances}: {share}.',
    fr: 'Sur {registrations} personnes inscrites, {attendances} sont venues : {share}.',
    en: 'Of {registrations} who registered, {attendances} came: {share}.',
  },
  find: ({ gatherings }) => {
    const low = fewBelow(gatherings);
    return gatherings
      .filter((gathering) => shareOf(gathering) <= low)
      .map((gathering) => {
        const { occurrence, day, to, registrations, attendances, eventId } = gathering;
        const share = shareOf(gathering);
        return {
          about: [day],
          apart: occurrence,
          period: { from: day, to },
          values: { registrations, attendances, share },
          places: { share: (words) => words.share(share) },
          evidence: [{ eventId }],
        };
      });
  },
};

/** Scores whose scale nobody printed. */
export const scoreWithoutScale: Rule = {
  code: 'score-without-scale',
  labels: { nl: 'Score zonder schaal', fr: 'Score sans échelle', en: 'Score without a scale' },
  says: {
    nl: '{what}: de scores {scores} staan er zonder schaal.',
    fr: '{what} : les scores {scores} figurent sans échelle.',
    en: '{what}: the scores {scores} stand without a scale.',
  },
  find: ({ claims }) =>
    grouped(
      claims.filter(({ kind, dims }) => kind === 'score' && dims['scale'] === undefined),
      ({ indicator, from, to }) => [indicator, from, to].join('~'),
    ).map((scores) => ({
      about: matterOf({ ...scores[0], dims: {} }),
      period: periodOf(scores[0]),
      ...withPlan(scores[0]),
      values: { scores: scores.map(({ raw }) => raw).join(', ') },
      places: { what: whatPlace({ ...scores[0], dims: {} }), scores: quotedTogether(scores.map(({ raw }) => raw)) },
      evidence: scores.map(evidenceOf),
    })),
};
