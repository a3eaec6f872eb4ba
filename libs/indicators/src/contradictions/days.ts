import { addDays, daysBetween } from '../calendar';
import type { Texts } from '../definition';
import type { DayRange } from '../fact-range';
import { evidenceOf, findingAbout, type Rule } from './contradiction';
import { grouped, matterOf, periodOf } from './matters';
import type { OnRecord } from './on-record';
import { dayPlace, type Place, planPlace } from './words';

/** A claim whose data end so many days before its period is provisional; nearer to the end it is a day of counting. */
const COUNTING_DAYS = 31;

/** The data of a claim end well before its period does. */
export const dataEndEarly: Rule = {
  code: 'data-end-early',
  labels: { nl: 'Gegevens houden vroeger op', fr: 'Données arrêtées plus tôt', en: 'Data end early' },
  says: {
    nl: '{what}: de gegevens van “{printed}” lopen tot {dataOn}, de periode tot {to}.',
    fr: '{what} : les données de « {printed} » vont jusqu’au {dataOn}, la période jusqu’au {to}.',
    en: '{what}: the data of “{printed}” run until {dataOn}, the period until {to}.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      const { dataOn, to, raw } = claim;
      if (dataOn === undefined || daysBetween(dataOn, to) <= COUNTING_DAYS) return [];
      const days = { dataOn: dayPlace(dataOn), to: dayPlace(to) };
      return [{ ...findingAbout(claim, { printed: raw, dataOn, to }, [], days), about: [...matterOf(claim), dataOn] }];
    }),
};

/** One document counts some figures of a period on one day and others on the next. */
export const countedOnSeveralDays: Rule = {
  code: 'counted-on-several-days',
  labels: { nl: 'Op verschillende dagen geteld', fr: 'Compté à des jours différents', en: 'Counted on several days' },
  says: {
    nl: 'In één document zijn cijfers van dezelfde periode geteld op {days}.',
    fr: 'Dans un même document, les chiffres d’une période ont été comptés à des dates différentes : {days}.',
    en: 'In one document, figures of one period were counted on {days}.',
  },
  find: ({ claims }) => {
    const atTheEnd = claims.filter(({ dataOn, to, source }) => source && dataOn !== undefined && dataOn >= addDays(to, -COUNTING_DAYS));
    return grouped(atTheEnd, ({ source, to }) => `${source?.ref}~${to}`).flatMap((group) => {
      const days = [...grouped(group, ({ dataOn }) => dataOn ?? '')].sort((a, b) => a.length - b.length);
      if (days.length < 2) return [];
      const fewest = days.slice(0, -1).flat();
      const dates = days.map(([{ dataOn }]) => dataOn ?? '').sort();
      const [first] = group;
      return [
        {
          about: [first.source?.ref ?? '', first.to],
          period: periodOf(first),
          values: { days: dates.join(', ') },
          places: { days: (words) => words.together(dates.map((date) => words.day(date))) },
          evidence: fewest.map(evidenceOf),
        },
      ];
    });
  },
};

/** First and last day of each plan, by its targets. */
const daysOfPlans = ({ targets }: OnRecord): ReadonlyMap<string, { readonly from: string; readonly to: string }> =>
  new Map(
    grouped(targets, ({ plan }) => plan).map((own) => [
      own[0].plan,
      {
        from: own.map(({ from }) => from).sort()[0]!,
        to: own
          .map(({ to }) => to)
          .sort()
          .at(-1)!,
      },
    ]),
  );

const ACTION: Texts = { nl: 'Actie {action}', fr: 'Action {action}', en: 'Action {action}' };

const actionPlace =
  (action: number): Place =>
  (words) =>
    words.filled(ACTION, { action });

const outsidePlaces = (plan: string, days: DayRange): Readonly<Record<string, Place>> => ({
  plan: planPlace(plan),
  days: (words) => words.days(days),
});

/** What is told of an action lies after its plan, or is dated outside it. */
export const outsidePlan: Rule = {
  code: 'outside-plan',
  labels: { nl: 'Buiten de planperiode', fr: 'Hors de la période du plan', en: 'Outside the plan period' },
  says: {
    nl: '{what}: {days} ligt buiten het plan ‘{plan}’.',
    fr: '{what} : {days}, hors du plan « {plan} ».',
    en: '{what}: {days} lies outside the plan ‘{plan}’.',
  },
  find: (record) => {
    const plans = daysOfPlans(record);
    const dated = record.claims.flatMap((claim) => {
      const { plan, from, to } = claim;
      const days = plan === undefined ? undefined : plans.get(plan);
      if (plan === undefined || !days || (to >= days.from && from <= days.to) || daysBetween(from, to) >= 360) return [];
      return [{ ...findingAbout(claim, { from, to, plan }, [], outsidePlaces(plan, { from, to })), about: [plan, ...matterOf(claim)] }];
    });
    const happened = record.outside.flatMap(({ plan, action, factType, from, to, eventId }) =>
      from > plans.get(plan)!.to
        ? [
            {
              about: [plan, String(action), factType, from],
              period: { from, to },
              plan,
              values: { from, to, plan },
              places: { what: actionPlace(action), ...outsidePlaces(plan, { from, to }) },
              evidence: [{ eventId }],
            },
          ]
        : [],
    );
    return [...dated, ...happened];
  },
};

const YEAR = /\b(?:19|20)\d\d\b/g;

/** The words of a figure name a year that was over before its period began. A count of 2009 is no year. */
export const staleYear: Rule = {
  code: 'stale-year',
  labels: { nl: 'Verouderd jaartal', fr: 'Année périmée', en: 'Stale year' },
  says: {
    nl: '{what}: “{printed}” noemt {year}, de periode begint op {from}.',
    fr: '{what} : « {printed} » cite {year}, la période commence le {from}.',
    en: '{what}: “{printed}” names {year}, the period begins on {from}.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      const { raw, from, value } = claim;
      const year = [...raw.matchAll(YEAR)].map(([found]) => found).find((found) => found < from.slice(0, 4) && Number(found) !== value);
      if (year === undefined) return [];
      return [{ ...findingAbout(claim, { printed: raw, year, from }, [], { from: dayPlace(from) }), about: [...matterOf(claim), year] }];
    }),
};
