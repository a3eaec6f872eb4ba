import { correcting, exactly, type Journey, on, refused, step, title } from './steps';

const texts = (word: string) => ({ nl: `${word} (n)`, fr: `${word} (f)`, en: `${word} (e)` });
const of = (kind: string) => ({
  factType: ['session-attendances'],
  countKind: 'attendance',
  where: { all: [{ dim: 'kind', op: 'eq', value: [kind] }] },
});
const version = (kind: string, appliesFrom: string) => ({
  code: 'information-session-unique-attendants',
  appliesFrom,
  labels: texts('Heads'),
  meaning: texts('Heads at sessions of one kind'),
  unit: 'attendance',
  subjectKind: 'professional',
  measure: { op: 'sum', of: of(kind) },
  dimensions: [{ name: 'kind' }],
});

/** What is counted, said by the partnership itself: here in the place of an indicator of the product's own set. */
export const indicatorJourneys: readonly Journey[] = [
  {
    name: 'indicator',
    systems: ['SYS-55'],
    steps: [
      step('hold-session', { kind: 'lunch', title, heads: exactly(4), ...on('2018-05-15') }),
      step('hold-session', { kind: 'webinar', title, heads: exactly(6), ...on('2018-05-16') }),
      refused('revise-indicator', version('lunch', '2018-01-01'), 'indicator.not-defined'),
      step('define-indicator', { ...version('lunch', '2018-01-01'), follows: 1 }, 'first'),
      refused('define-indicator', version('webinar', '2018-01-01'), 'indicator.already-defined'),
      refused('revise-indicator', version('webinar', '2017-01-01'), 'indicator.applies-before-the-last'),
      step('revise-indicator', version('info-session', '2019-01-01'), 'second'),
      step('revise-indicator', { ...version('webinar', '2019-01-01'), ...correcting('second', 'wrong-record') }),
      step('retire-indicator', { code: 'information-session-unique-attendants', reason: 'no-longer-asked', ...on('2020-01-01') }),
      refused('revise-indicator', version('lunch', '2020-01-01'), 'indicator.retired'),
    ],
    figures: [{ indicator: 'information-session-unique-attendants', period: '2018-05', by: [0, 6] }],
  },
];
