import { dayFormat, type Language, LANGUAGES } from '@app/labels';
import { type Finding, findingAbout, type Rule } from './contradiction';
import { grouped } from './matters';
import type { ClaimOnRecord, OrganisationOnRecord } from './on-record';
import { dayPlace, quotedTogether } from './words';

const weekdayIn = (language: Language, day: Date): string => dayFormat(language, { weekday: 'long' }).format(day);

const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The seven days of the week by their names, in every language; the first of January of 2023 was a Sunday. */
const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    Array.from({ length: 7 }, (_, n) => [weekdayIn(language, dayOf(`2023-01-0${n + 1}`)).toLowerCase(), n] as const),
  ),
);

const weekdayNamed = (words: string): number | undefined =>
  (words.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => WEEKDAYS.get(word)).find((day) => day !== undefined);

/** A date is printed with a day of the week that it was not. */
export const wrongWeekday: Rule = {
  code: 'wrong-weekday',
  labels: { nl: 'Datum tegen weekdag', fr: 'Date contre jour de la semaine', en: 'Date against day of the week' },
  says: {
    nl: '{what}: gedrukt staat “{printed}”, maar {day} is een {nl}.',
    fr: '{what} : on lit « {printed} », mais le {day} est un {fr}.',
    en: '{what}: printed is “{printed}”, but {day} is a {en}.',
  },
  find: ({ claims }) =>
    claims.flatMap((claim) => {
      const { from, to, raw } = claim;
      const named = weekdayNamed(raw);
      const day = dayOf(from);
      if (from !== to || named === undefined || named === day.getUTCDay()) return [];
      const names = Object.fromEntries(LANGUAGES.map((language) => [language, weekdayIn(language, day)]));
      return [findingAbout(claim, { printed: raw, day: from, ...names }, [], { day: dayPlace(from) })];
    }),
};

const ADDRESS = /(?:[\p{L}\d-]+\.)+\p{L}{2,}/u;

const addressIn = ({ raw }: ClaimOnRecord): string | undefined => ADDRESS.exec(raw.toLowerCase())?.[0].replace(/^www\./, '');

/** The words of a name without accents, signs, capitals and order. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

const severalAddresses = (claims: readonly ClaimOnRecord[]): readonly Finding[] => {
  const addressed = claims.flatMap((claim) => {
    const address = addressIn(claim);
    return address === undefined ? [] : [{ claim, address }];
  });
  return grouped(addressed, ({ address }) => wordsOf(address)).flatMap((alike) => {
    const [first, ...others] = grouped(alike, ({ address }) => address).map(([one]) => one);
    if (!first || others.length === 0) return [];
    const names = [first, ...others].map(({ address }) => address).sort();
    const against = others.map(({ claim }) => claim);
    return [{ ...findingAbout(first.claim, { names: names.join(' / ') }, against, { names: quotedTogether(names) }), about: names }];
  });
};

const severalOrganisations = (organisations: readonly OrganisationOnRecord[]): readonly Finding[] =>
  grouped(organisations, ({ name }) => wordsOf(name)).flatMap((alike) => {
    const codes = [...new Set(alike.map(({ organisation }) => organisation))].sort();
    if (codes.length < 2) return [];
    const [{ from, to }] = alike;
    return [
      {
        about: codes,
        period: { from, to },
        values: { names: alike.map(({ name, organisation }) => `${name} (${organisation})`).join(' / ') },
        places: {
          names: (words) => words.together(alike.map(({ name, organisation }) => `${words.quoted(name)} (${organisation})`)),
        },
        evidence: alike.map(({ eventId, name }) => ({ eventId, raw: name })),
      },
    ];
  });

/** Two names made of the same words: one organisation that is registered twice, or one address that is printed in two ways. */
export const twoNames: Rule = {
  code: 'two-names',
  labels: { nl: 'Twee namen, wellicht één zaak', fr: 'Deux noms, sans doute une seule chose', en: 'Two names, likely one thing' },
  says: {
    nl: '{names} bestaan uit dezelfde woorden.',
    fr: '{names} se composent des mêmes mots.',
    en: '{names} are made of the same words.',
  },
  find: ({ claims, organisations }) => [...severalAddresses(claims), ...severalOrganisations(organisations)],
};
