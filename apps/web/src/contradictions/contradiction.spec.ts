import { terms } from '@app/partnership';
import { ACCEPTED_READINGS, REOPENING_REASONS } from '@app/partnership/contradiction/contradiction.events';
import { Admission, catalogueOf } from '@app/recording';
import type { ToldContradiction } from '../../../api/src/answers';
import { type Answer, ANSWERS, answersTo, commandOf, errorsOf, NOTHING_FILLED, READINGS, REASONS } from './answers';
import { documentsOf, rulesOf, selectContradictions } from './contradiction';

const named = (nl: string) => ({ nl, fr: '', en: '' });
const contradiction = (rest: Partial<ToldContradiction>): ToldContradiction => ({
  ...{ key: 'recount-disagrees.0123456789abcdef01234567', seen: '89abcdef0123456789abcdef', rule: 'recount-disagrees' },
  ...{ labels: named('Hertelling'), sentence: named(''), about: [], values: {} },
  ...{ period: { from: '2021-01-01', to: '2021-12-31' }, evidence: [], state: 'open' },
  ...rest,
});
const of = (ref: string) => ({ evidence: [{ eventId: ref, source: { ref, line: 1 } }] });
const all = [
  contradiction({ key: 'a', ...of('S001') }),
  contradiction({ key: 'b', state: 'explained', ...of('S000') }),
  contradiction({ key: 'c', rule: 'few-came', labels: named('Weinig') }),
];

describe('the list', () => {
  const select = (rest: object) => selectContradictions(all, { rule: '', state: '', document: '', ...rest }).map(({ key }) => key);

  it.each([
    [{}, ['a', 'b', 'c']],
    [{ rule: 'few-came' }, ['c']],
    [{ state: 'open' }, ['a', 'c']],
    [{ document: 'S000' }, ['b']],
    [{ document: 'S001', state: 'explained' }, []],
  ])('narrowed by %j', (filters, keys) => {
    expect(select(filters)).toEqual(keys);
  });

  it('offers the rules and documents that it has', () => {
    expect(rulesOf(all)).toEqual([
      { code: 'recount-disagrees', labels: named('Hertelling'), found: 2 },
      { code: 'few-came', labels: named('Weinig'), found: 1 },
    ]);
    expect(documentsOf(all)).toEqual(['S000', 'S001']);
  });
});

describe('what is said of one', () => {
  const admission = new Admission();
  const catalogue = catalogueOf(terms);
  const filled = { ...NOTHING_FILLED, nl: 'Anders geteld', fr: 'Compté autrement', reading: 'both', reason: 'other', team: 'team-noord' };

  it.each(ANSWERS)('%s is a command that the service admits', (answer) => {
    const { command, body } = commandOf(answer, contradiction({}), filled);
    expect(() => admission.admit(catalogue.get(command)!, body)).not.toThrow();
  });

  it('leaves out what is empty', () => {
    expect(commandOf('explain', contradiction({}), { ...filled, fr: ' ', team: '' }).body).toEqual({
      contradiction: 'recount-disagrees.0123456789abcdef01234567',
      seen: '89abcdef0123456789abcdef',
      text: { nl: 'Anders geteld' },
    });
  });

  it.each<['open' | 'explained' | 'resolved', readonly Answer[]]>([
    ['open', ['explain', 'resolve']],
    ['explained', ['explain', 'resolve', 'reopen']],
    ['resolved', ['reopen']],
  ])('of one that is %s: %j', (state, answers) => {
    expect(answersTo(state)).toEqual(answers);
  });

  it('offers the readings and reasons of the field', () => {
    expect([READINGS, REASONS]).toEqual([ACCEPTED_READINGS, REOPENING_REASONS]);
  });
});

describe('what is wrong', () => {
  it('is told at its field, and above the buttons what belongs to none', () => {
    const problem = {
      message: named('Sommige velden kloppen niet.'),
      errors: [
        { pointer: '/text/fr', code: 'field.required', message: named('Verplicht.') },
        { pointer: '/team', code: 'field.malformed', message: named('Niet de juiste vorm.') },
        { pointer: '/seen', code: 'field.malformed', message: named('Verouderd.') },
      ],
    };
    expect(errorsOf(problem, 'nl')).toEqual({
      fr: 'Verplicht.',
      team: 'Niet de juiste vorm.',
      form: 'Sommige velden kloppen niet. Verouderd.',
    });
  });
});
