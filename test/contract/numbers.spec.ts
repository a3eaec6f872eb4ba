import { exactly } from '@app/decider';
import { type Figure, figures, type IndicatorDefinition } from '@app/indicators';
import { inUnits, type Language, LANGUAGES, Labels } from '@app/labels';
import { many } from '@app/partnership';
import { Sentences } from '../../apps/api/src/editions/sentences';
import { COLUMNS } from '../../libs/indicators/src/exports/columns';
import { Wording } from '../../libs/indicators/src/report/wording';
import { defined, Log } from '../support/fact-log';

/*
 * One figure is one number wherever it is said: in the table that is taken out, in the sentence about an edition, in the report.
 */

const YEAR = { from: '2021-01-01', to: '2021-12-31' };

const all = defined({
  score: { op: 'mean', of: { factType: ['score'], countKind: 'score' } },
  share: { op: 'ratio', num: { factType: ['met'], countKind: 'session' }, den: { factType: ['held'], countKind: 'session' } },
  money: { op: 'sum', of: { factType: ['paid'], countKind: 'euro' } },
  time: { op: 'sum', of: { factType: ['time'], countKind: 'fte' } },
  count: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
});

function recorded(): Log {
  const log = new Log();
  const on = { on: '2021-05-01', at: '2022-01-10' };
  for (const value of [4, 5, 4]) log.state([many('score', 'score', exactly(value))], on);
  log.state([many('met', 'session', exactly(2)), many('held', 'session', exactly(1_234))], on);
  log.state([many('paid', 'euro', exactly(123_450)), many('time', 'fte', exactly(150))], on);
  for (const factType of ['met', 'held', 'paid', 'time']) log.cover(factType, YEAR.from, YEAR.to);
  return log;
}

const claimed = (value: number, kind: string, indicator: string, log = new Log()): Log => {
  log.claim({ indicator, period: YEAR, kind, quantity: exactly(value) }, { at: '2022-01-11' });
  return log;
};

function asked(log: Log, code: string): { readonly figure: Figure; readonly definition: IndicatorDefinition } {
  const [figure] = figures(log.read(), { indicator: code, period: '2021' }, { definitions: all }).figures;
  return { figure: figure!, definition: all.get(code)! };
}

/** The spaces of a locale are not those of a keyboard. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const labels = new Labels();
const label = { nl: 'Naam', fr: 'Nom', en: 'Name' };

const sentence = (figure: Figure, language: Language): string =>
  plain(new Sentences(labels, 1, language).figure({ after: { ...figure, shown: 'computed' }, label, events: [] })[language]!);

const sentenceWith = (after: string, language: Language): string =>
  labels.text(language, 'reporting-period.changed.figureAdded', { label: label[language], after, edition: 1 });

const exported = (asking: ReturnType<typeof asked>): number => {
  const cell = (name: string): number =>
    COLUMNS.find((column) => column.name === name)!.of({ ...asking, period: '2021', place: 'whole' }, 'nl') as number;
  return cell('value') / cell('unit_divisor');
};

describe('a number is the same in an export, a sentence and a report', () => {
  it.each<readonly [what: string, log: Log, code: string, number: number, nl: string, fr: string, en: string]>([
    ['a mean that was recounted', recorded(), 'score', 4.33, '4,33', '4,33', '4.33'],
    ['a mean that a document prints', claimed(4, 'score', 'score'), 'score', 4, '4', '4', '4'],
    ['a share', recorded(), 'share', 0.16, '0,16%', '0,16 %', '0.16%'],
    ['a share that a document prints', claimed(8_020, 'percentage', 'share'), 'share', 80.2, '80,2%', '80,2 %', '80.2%'],
    ['a sum of money', recorded(), 'money', 1_234.5, '€ 1.234,50', '1 234,50 €', '€1,234.50'],
    ['working time', recorded(), 'time', 1.5, '1,5', '1,5', '1.5'],
    ['a count', recorded(), 'count', 1_234, '1.234', '1 234', '1,234'],
  ])('%s', (_, log, code, number, ...written) => {
    const asking = asked(log, code);
    expect(exported(asking)).toBe(number);
    LANGUAGES.forEach((language, n) => {
      expect(plain(new Wording(language).figure(asking.figure))).toBe(written[n]);
      expect(sentence(asking.figure, language)).toBe(plain(sentenceWith(written[n]!, language)));
    });
  });

  it('and a printed mean stands beside the recounted one in the same units', () => {
    const log = claimed(4, 'score', 'score', recorded());
    log.cover('score', YEAR.from, YEAR.to);
    const { figure } = asked(log, 'score');
    const [claim] = figure.claims;
    const units = [figure.value, claim!.value].map((value) => inUnits(value!, { kind: 'score', mean: true }));
    expect(units).toEqual([4.33, 4]);
    expect([claim!.conflict, claim!.factor]).toEqual([true, { lo: 1.08, hi: 1.08 }]);
  });
});
