import { knownAt } from './known';
import { saidEvents } from './said-events';
import { Log } from '../../../test/support/fact-log';

const zone = { code: 'north', level: 'zone', hierarchy: '2022' };
const said = (log: Log, knownOn: string, rest: object = {}) => {
  const db = log.read();
  return saidEvents(db, knownAt(db, { knownOn }), { term: 'territory', ...rest }).map(({ place, type, data }) => [place, type, data]);
};

describe('what was said of a folded term', () => {
  const log = new Log();
  const first = log.places('TerritoryDefined', '2020-01-01', { ...zone, name: 'one' }, { at: '2021-01-05' });
  log.places('TerritoryDefined', '2020-01-01', { ...zone, code: 'south' }, { at: '2021-02-05' });
  const second = log.places('TerritoryDefined', '2020-01-01', { ...zone, name: 'two' }, { at: '2021-03-05', corrects: first });
  log.withdraw(second, { at: '2021-04-05', stream: 'territory-brussels' });
  log.places('TerritoryDefined', '2020-01-01', { ...zone, code: 'made-up' }, { at: '2021-05-05', source: 'synthetic' });

  test('is known from its recording, a correction in the place of what it corrects, until it is withdrawn', () => {
    const south = [2, 'TerritoryDefined', { ...zone, code: 'south' }];
    expect(said(log, '2021-01-04')).toEqual([]);
    expect(said(log, '2021-02-28')).toEqual([[1, 'TerritoryDefined', { ...zone, name: 'one' }], south]);
    expect(said(log, '2021-03-31')).toEqual([[1, 'TerritoryDefined', { ...zone, name: 'two' }], south]);
    expect(said(log, '2021-12-31')).toEqual([south]);
  });

  test('is asked for one stream, and with what is synthetic only on request', () => {
    expect(said(log, '2021-12-31', { stream: 'territory-elsewhere' })).toEqual([]);
    expect(said(log, '2021-12-31', { stream: 'territory-brussels', synthetic: true })).toHaveLength(2);
  });

  test('keeps of the envelope when, by whom and from which line', () => {
    const db = log.read();
    expect(saidEvents(db, knownAt(db, {}), { term: 'territory' })[0]).toMatchObject({
      streamId: 'territory-brussels',
      organisation: 'org-spec',
      recordedAt: '2021-02-05T12:00:00.000Z',
      occurred: { from: '2020-01-01', to: '2020-01-01' },
    });
  });
});
