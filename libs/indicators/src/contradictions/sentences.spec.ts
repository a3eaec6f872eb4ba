import { LANGUAGES } from '@app/labels';
import {
  achieved,
  between,
  claim,
  defined,
  found,
  gathering,
  IN_ACTION,
  NEXT,
  recounted,
  share,
  target,
} from '../../../../test/support/ledger';
import type { ClaimOnRecord, OnRecord } from './on-record';

/* A sentence says what was found in the words of its reader; what it is made of stays beside it for machines. */

/** The spaces of a locale are not those of a keyboard. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const things = { nl: 'Dingen', fr: "Choses d'ici", en: 'Things' };
const held = { op: 'sum', of: { factType: ['session-held'], countKind: 'session' } } as const;
const called = { labels: things, measure: held } as const;
const named: Partial<OnRecord> = {
  definitions: defined('things', called),
  planNamed: () => ({ nl: 'Actieplan', fr: "Plan d'action", en: 'Action plan' }),
};
const among = (...claims: readonly ClaimOnRecord[]): Partial<OnRecord> => ({ ...named, claims });
const part = (value: number, group: string, rest: Partial<ClaimOnRecord> = {}) => claim({ value, dims: { group }, ...rest });
const onDay = (raw: string) => claim({ value: 1, from: '2023-02-01', to: '2023-02-01', raw });
const outside = (from: string, to: string) => ({ plan: '2021', action: 7, factType: 'meeting-held', from, to, eventId: 'm' });

const organisations = ['Zorg & Co', 'Co Zorg'].map((name, n) => ({
  ...{ organisation: `org-${n}`, name, eventId: `o-${n}`, from: '2021-01-01', to: '2021-01-01' },
}));

describe('a sentence of the ledger', () => {
  it.each<readonly [rule: string, record: Partial<OnRecord>, nl: string, fr: string, en: string]>([
    [
      'claims-disagree',
      among(claim({ value: 3, raw: 'drie' }), claim({ value: 4 }), claim({ value: 5 })),
      'Dingen: voor hetzelfde cijfer staat er “drie”, “4” en “5”.',
      'Choses d’ici : pour le même chiffre on lit « drie », « 4 » et « 5 ».',
      'Things: the same figure is printed as “drie”, “4” and “5”.',
    ],
    [
      'recount-disagrees',
      { ...recounted(claim({ value: 1_515, raw: '1.515 sessies' }), { lo: 1_414, conflict: true }), ...named },
      'Dingen: gedrukt staat “1.515 sessies”, het volledige register telt 1.414.',
      'Choses d’ici : on lit « 1.515 sessies », le registre complet compte 1 414.',
      'Things: printed is “1.515 sessies”, the complete register counts 1,414.',
    ],
    [
      'recount-disagrees',
      {
        ...named,
        ...recounted(claim({ value: 400, kind: 'fte', raw: '4 VTE' }), { lo: 150, hi: 275, conflict: true }),
      },
      'Dingen: gedrukt staat “4 VTE”, het volledige register telt 1,5 tot 2,75.',
      'Choses d’ici : on lit « 4 VTE », le registre complet compte 1,5 à 2,75.',
      'Things: printed is “4 VTE”, the complete register counts 1.5 to 2.75.',
    ],
    [
      'cancelled-counted',
      {
        ...named,
        ...recounted(claim({ value: 3, kind: 'session', raw: 'drie' }), { lo: 2, conflict: true }),
        countOf: (_, types) => (types.includes('session-cancelled') ? 1 : 0),
      },
      'Dingen: “drie” telt mee wat niet doorging (1); gehouden: 2.',
      'Choses d’ici : « drie » compte aussi ce qui n’a pas eu lieu (1) ; tenu : 2.',
      'Things: in “drie”, what was called off is counted too (1); held: 2.',
    ],
    [
      'kinds-added',
      {
        ...named,
        ...recounted(claim({ value: 1_109, raw: '1.109 personen' }), {
          lo: 9,
          rest: {
            refusal: { code: 'figure.mixed-count-kinds' } as never,
            parts: [
              { countKind: 'registration', value: 1_108 },
              { countKind: 'attendance', value: 1 },
              { countKind: 'unique-person', value: null },
            ] as never,
          },
        }),
      },
      'Dingen: “1.109 personen” telt samen wat niet hetzelfde is: 1.108 inschrijvingen + 1 aanwezigheid + unieke personen.',
      'Choses d’ici : « 1.109 personen » additionne des choses différentes : 1 108 inscriptions + 1 présence + personnes uniques.',
      'Things: “1.109 personen” adds up what is not the same: 1,108 registrations + 1 attendance + unique persons.',
    ],
    [
      'parts-off-total',
      among(claim({ value: 100_000, kind: 'euro', raw: '1000 €' }), part(40_000, 'a'), part(50_050, 'b')),
      'Dingen: “1000 €”, maar de delen geven € 900,50: “40000” + “50050”.',
      'Choses d’ici : « 1000 € », mais les parties donnent 900,50 € : « 40000 » + « 50050 ».',
      'Things: “1000 €”, but the parts give €900.50: “40000” + “50050”.',
    ],
    [
      'shares-over-whole',
      among(share(7_501, { dims: { group: 'a' }, raw: '3/4' }), share(2_500, { dims: { group: 'b' }, raw: '1/4' })),
      'Dingen: de aandelen “3/4” en “1/4” zijn samen minstens 100,01%.',
      'Choses d’ici : les parts « 3/4 » et « 1/4 » font ensemble au moins 100,01 %.',
      'Things: the shares “3/4” and “1/4” come to at least 100.01%.',
    ],
    [
      'share-off',
      among(share(8_020, { num: 111_257, den: 139_029, raw: '80,2%' })),
      'Dingen: “80,2%”, maar 111.257 op 139.029 is 80,02%.',
      'Choses d’ici : « 80,2% », mais 111 257 sur 139 029 font 80,02 %.',
      'Things: “80,2%”, but 111,257 of 139,029 is 80.02%.',
    ],
    [
      'multiple-off',
      {
        claims: [claim({ value: 3, num: 130, den: 49, raw: 'verdrievoudigd' })],
        definitions: defined('things', { ...called, unit: 'times' }),
      },
      'Dingen: “verdrievoudigd”, maar 130 is 2,65 keer 49.',
      'Choses d’ici : « verdrievoudigd », mais 130 vaut 2,65 fois 49.',
      'Things: “verdrievoudigd”, but 130 is 2.65 times 49.',
    ],
    [
      'product-off',
      among(
        between(12, 18, { dims: { per: 'community' } }),
        claim({ value: 300, indicator: 'groups', kind: 'community' }),
        claim({ value: 55 }),
      ),
      'Dingen: “55”, maar “300” van elk “12-18” geven 3.600 tot 5.400.',
      'Choses d’ici : « 55 », mais « 300 » à raison de « 12-18 » font 3 600 à 5 400.',
      'Things: “55”, but “300” of “12-18” each give 3,600 to 5,400.',
    ],
    [
      'range-without-total',
      among(between(30, 40, { dims: { per: 'meeting' } })),
      'Dingen: “30-40” geldt per vergadering; een totaal is er niet uit te maken.',
      'Choses d’ici : « 30-40 » vaut par réunion ; on ne peut en tirer un total.',
      'Things: “30-40” holds per meeting; no total can be made of it.',
    ],
    [
      'range-without-total',
      among(between(30, 40, { dims: { per: 'team' } })),
      'Dingen: “30-40” geldt per team; een totaal is er niet uit te maken.',
      'Choses d’ici : « 30-40 » vaut par équipe ; on ne peut en tirer un total.',
      'Things: “30-40” holds per team; no total can be made of it.',
    ],
    [
      'copied-targets',
      { ...named, targets: [1, 2, 3].map((action) => target(action, { kind: 'session' })) },
      'De acties 1, 2 en 3 van het plan ‘Actieplan’ hebben precies dezelfde doelen.',
      'Les actions 1, 2 et 3 du plan « Plan d’action » ont exactement les mêmes cibles.',
      'The actions 1, 2 and 3 of the plan ‘Action plan’ have exactly the same targets.',
    ],
    [
      'target-not-comparable',
      { ...named, targets: [target(7, { kind: 'unique-person', printed: '50 personen' })] },
      'Actie 7 van het plan ‘Actieplan’: het doel “50 personen” telt unieke personen, het resultaat telt sessies.',
      'Action 7 du plan « Plan d’action » : la cible « 50 personen » est exprimée en personnes uniques, le résultat en séances.',
      'Action 7 of the plan ‘Action plan’: the target “50 personen” counts unique persons, the result counts sessions.',
    ],
    [
      'result-missing',
      { planNamed: named.planNamed!, ...achieved(7, {}, { comparatorPrinted: '4x' }) },
      'Actie 7 van het plan ‘Actieplan’ vroeg “2 things” en “4x”; een resultaat staat er niet.',
      'L’action 7 du plan « Plan d’action » demandait « 2 things » et « 4x » ; aucun résultat n’est donné.',
      'Action 7 of the plan ‘Action plan’ asked for “2 things” and “4x”; no result is given.',
    ],
    [
      'few-came',
      { gatherings: [gathering(3_000, 1_000)] },
      'Van 3.000 ingeschrevenen kwamen er 1.000: 33,3%.',
      'Sur 3 000 personnes inscrites, 1 000 sont venues : 33,3 %.',
      'Of 3,000 who registered, 1,000 came: 33.3%.',
    ],
    [
      'data-end-early',
      among(claim({ value: 3, raw: '3 (op 01.11)', dataOn: '2021-11-01' })),
      'Dingen: de gegevens van “3 (op 01.11)” lopen tot 1 november 2021, de periode tot 31 december 2021.',
      'Choses d’ici : les données de « 3 (op 01.11) » vont jusqu’au 1er novembre 2021, la période jusqu’au 31 décembre 2021.',
      'Things: the data of “3 (op 01.11)” run until 1 November 2021, the period until 31 December 2021.',
    ],
    [
      'counted-on-several-days',
      among(
        ...['2021-12-31', '2021-12-30'].map((dataOn, n) =>
          claim({ value: n, indicator: `things-${n}`, dataOn, source: { ref: 'S000', line: n } }),
        ),
      ),
      'In één document zijn cijfers van dezelfde periode geteld op 30 december 2021 en 31 december 2021.',
      'Dans un même document, les chiffres d’une période ont été comptés à des dates différentes : 30 décembre 2021 et 31 décembre 2021.',
      'In one document, figures of one period were counted on 30 December 2021 and 31 December 2021.',
    ],
    [
      'outside-plan',
      { ...named, targets: [target(7, { kind: 'session' })], outside: [outside('2022-02-01', '2022-02-28')] },
      'Actie 7: februari 2022 ligt buiten het plan ‘Actieplan’.',
      'Action 7 : février 2022, hors du plan « Plan d’action ».',
      'Action 7: February 2022 lies outside the plan ‘Action plan’.',
    ],
    [
      'outside-plan',
      { ...among(claim({ value: 1, from: '2022-02-01', to: '2022-02-03', ...IN_ACTION })), targets: [target(7, { kind: 'session' })] },
      'Dingen: 1 februari 2022 tot 3 februari 2022 ligt buiten het plan ‘Actieplan’.',
      'Choses d’ici : du 1er février 2022 au 3 février 2022, hors du plan « Plan d’action ».',
      'Things: 1 February 2022 to 3 February 2022 lies outside the plan ‘Action plan’.',
    ],
    [
      'wrong-weekday',
      among(onDay('donderdag 01/02/2023')),
      'Dingen: gedrukt staat “donderdag 01/02/2023”, maar 1 februari 2023 is een woensdag.',
      'Choses d’ici : on lit « donderdag 01/02/2023 », mais le 1er février 2023 est un mercredi.',
      'Things: printed is “donderdag 01/02/2023”, but 1 February 2023 is a Wednesday.',
    ],
    [
      'two-names',
      { organisations },
      '“Zorg & Co” (org-0) en “Co Zorg” (org-1) bestaan uit dezelfde woorden.',
      '« Zorg & Co » (org-0) et « Co Zorg » (org-1) se composent des mêmes mots.',
      '“Zorg & Co” (org-0) and “Co Zorg” (org-1) are made of the same words.',
    ],
  ])('of %s is written in three languages', (rule, record, ...written) => {
    const [one, ...more] = found(record);
    expect([one?.rule, more]).toEqual([rule, []]);
    expect(LANGUAGES.map((language) => plain(one!.sentence[language]))).toEqual(written);
  });

  it('names the part, the place on the last day of the claim, and the organisation', () => {
    const of = { dims: { kind: 'focus-group', page: 'home' }, territory: 'Z-N', organisation: 'org-0' };
    const [one] = found({
      ...among(claim({ value: 3, ...of, ...NEXT }), claim({ value: 4, ...of, ...NEXT })),
      organisations: organisations.slice(0, 1),
      placeNamed: (code, day) => ({ nl: `zone ${code}`, fr: `bassin ${day}` }),
    });
    expect(LANGUAGES.map((language) => plain(one!.sentence[language]).split(' :')[0]!.split(':')[0])).toEqual([
      'Dingen (focusgroep, zone Z-N, Zorg & Co)',
      'Choses d’ici (groupe de discussion, bassin 2022-12-31, Zorg & Co)',
      'Things (focus group, bassin 2022-12-31, Zorg & Co)',
    ]);
  });

  it('names by its code what has no name', () => {
    const of = { territory: 'Z-N', organisation: 'org-0' };
    const [one] = found({ claims: [claim({ value: 3, ...of }), claim({ value: 4, ...of })] });
    expect(one!.sentence.nl).toBe('things (Z-N, org-0): voor hetzelfde cijfer staat er “3” en “4”.');
  });

  it('is told beside its raw values, and the places of readers are not', () => {
    const [one] = found(among(claim({ value: 3, raw: '3 (op 01.11)', dataOn: '2021-11-01' })));
    expect(one!.values).toEqual({ printed: '3 (op 01.11)', dataOn: '2021-11-01', to: '2021-12-31' });
    expect(one).not.toHaveProperty('places');
  });
});
