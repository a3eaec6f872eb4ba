import { many } from '@app/partnership';
import { figures } from './figures';
import { showsTheSame, standing } from './moved';
import { defined, Log } from '../../../test/support/fact-log';

const definitions = defined({ heads: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } } });
const present = (heads: number, occurrenceKey: string) =>
  many('present', 'attendance', { value: heads, exactness: 'exact' }, { occurrenceKey });

/** Ten heads on 4 March, recorded and pinned in March. */
function pinned(asOf = '2021-03-31') {
  const log = new Log();
  const first = log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
  const [figure] = figures(log.read(), { indicator: 'heads', period: '2021', asOf, knownOn: '2021-03-31' }, { definitions }).figures;
  return { log, first, id: figure?.id ?? '' };
}

describe('a pinned figure', () => {
  test('stands while the same query with the same asOf answers the same', () => {
    const { log, id } = pinned();
    log.state([present(5, 'p')], { on: '2021-04-02', at: '2021-04-03', stream: 'thing-2' });
    const { then, now, moved } = standing(log.read(), id, { definitions });
    expect([then.value, now.value, moved]).toEqual([10, 10, false]);
    expect(now.asOf).toBe('2021-03-31');
  });

  test('has moved when a correction changes what is shown, and not when looked at from before it', () => {
    const { log, first, id } = pinned();
    log.state([present(12, 'o')], { on: '2021-03-04', at: '2021-05-10', corrects: first });
    const db = log.read();
    expect(standing(db, id, { definitions })).toMatchObject({ then: { value: 10 }, now: { value: 12 }, moved: true });
    expect(standing(db, id, { definitions, at: { knownOn: '2021-05-09' } }).moved).toBe(false);
  });

  test('has not moved by a correction that gives the same heads again', () => {
    const { log, first, id } = pinned();
    log.state([present(10, 'o')], { on: '2021-03-05', at: '2021-05-10', corrects: first });
    expect(standing(log.read(), id, { definitions }).moved).toBe(false);
  });

  test('that was pinned over an empty record moves with the first fact', () => {
    const log = new Log();
    const [empty] = figures(log.read(), { indicator: 'heads', period: '2021', asOf: '2021-12-31' }, { definitions }).figures;
    log.state([present(10, 'o')], { on: '2021-03-04', at: '2021-03-05' });
    const { then, now, moved } = standing(log.read(), empty?.id ?? '', { definitions });
    expect([then.absence, now.value, moved]).toEqual(['not-recorded', 10, true]);
  });

  test('shows another thing when only its completeness opens a bound', () => {
    const { log } = pinned();
    const before = figures(log.read(), { indicator: 'heads', period: '2021-03' }, { definitions }).figures[0];
    log.cover('present', '2021-01-01', '2021-12-31', { at: '2021-06-01' });
    const after = figures(log.read(), { indicator: 'heads', period: '2021-03' }, { definitions }).figures[0];
    expect([before?.hi, after?.hi]).toEqual([null, 10]);
    expect(showsTheSame(before!, after!)).toBe(false);
  });
});
