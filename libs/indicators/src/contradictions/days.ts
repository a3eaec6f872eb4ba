import { addDays, daysBetween } from '../calendar';
import { evidenceOf, findingAbout, type Rule } from './contradiction';
import { grouped, matterOf, periodOf } from './matters';
import type { OnRecord } from './on-record';

/** A claim whose data end so many days before its period is provisional; nearer to the end it is a day of counting. */
const COUNTING_DAYS = 31;

/** The data of a claim end well before its period does. */
export const dataEndEarly: Rule = {
  code: 'data-end-early',
  labels: { nl: 'Gegevens houden vroeger op', fr: 'Données arrêtées plus tôt', en: 'Data end early' },
  says: {
    nl: '{printed}: de gegevens lopen tot {dataOn}, de periode tot {to}.',
    fr: '{printed} : les données vont jusqu’au {dataOn}, la période jusqu’au {to}.',
    en: '{printed}: the data run until {dataOn}, the period until {to}.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      const { dataOn, to, raw } = claim;
      if (dataOn === undefined || daysBetween(dataOn, to) <= COUNTING_DAYS) return [];
      return [{ ...findingAbout(claim, { printed: raw, dataOn, to }), about: [...matterOf(claim), dataOn] }];
    }),
};

/** One document counts some figures of a period on one day and others on the next. */
export const countedOnSeveralDays: Rule = {
  code: 'counted-on-several-days',
  labels: { nl: 'Op verschillende dagen geteld', fr: 'Compté à des jours différents', en: 'Counted on several days' },
  says: {
    nl: 'Van dezelfde periode is een deel geteld op {days}.',
    fr: 'Pour la même période, on a compté à des dates différentes : {days}.',
    en: 'Of one period, figures were counted on {days}.',
  },
  find: ({ claims }) => {
    const atTheEnd = claims.filter(({ dataOn, to, source }) => source && dataOn !== undefined && dataOn >= addDays(to, -COUNTING_DAYS));
    return grouped(atTheEnd, ({ source, to }) => `${source?.ref}~${to}`).flatMap((group) => {
      const days = [...grouped(group, ({ dataOn }) => dataOn ?? '')].sort((a, b) => a.length - b.length);
      if (days.length < 2) return [];
      const fewest = days.slice(0, -1).flat();
      const [first] = group;
      return [
        {
          about: [first.source?.ref ?? '', first.to],
          period: periodOf(first),
          values: { days: [...new Set(group.map(({ dataOn }) => dataOn))].sort().join(', ') },
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

/** What is told of an action lies after its plan, or is dated outside it. */
export const outsidePlan: Rule = {
  code: 'outside-plan',
  labels: { nl: 'Buiten de planperiode', fr: 'Hors de la période du plan', en: 'Outside the plan period' },
  says: {
    nl: '{from} tot {to} ligt buiten het plan {plan}.',
    fr: 'Du {from} au {to} : hors du plan {plan}.',
    en: '{from} to {to} lies outside the plan {plan}.',
  },
  find: (record) => {
    const plans = daysOfPlans(record);
    const dated = record.claims.flatMap((claim) => {
      const { plan, from, to } = claim;
      const days = plan === undefined ? undefined : plans.get(plan);
      if (!days || (to >= days.from && from <= days.to) || daysBetween(from, to) >= 360) return [];
      return [{ ...findingAbout(claim, { from, to, plan: plan! }), about: [plan!, ...matterOf(claim)] }];
    });
    const happened = record.outside.flatMap(({ plan, action, factType, from, to, eventId }) =>
      from > plans.get(plan)!.to
        ? [
            {
              about: [plan, String(action), factType, from],
              period: { from, to },
              plan,
              values: { from, to, plan },
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
    nl: '“{printed}” noemt {year}, de periode begint op {from}.',
    fr: '« {printed} » cite {year}, la période commence le {from}.',
    en: '“{printed}” names {year}, the period begins on {from}.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      const { raw, from, value } = claim;
      const year = [...raw.matchAll(YEAR)].map(([found]) => found).find((found) => found < from.slice(0, 4) && Number(found) !== value);
      if (year === undefined) return [];
      return [{ ...findingAbout(claim, { printed: raw, year, from }), about: [...matterOf(claim), year] }];
    }),
};
