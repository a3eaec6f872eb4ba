import { many, one } from '@app/partnership';
import { exactly } from '@app/decider';
import { defined, Log } from '../../../test/support/fact-log';
import { figures } from './figures';
import type { PersonOf } from './persons';
import { provenance } from './provenance';

const definitions = defined({
  persons: { op: 'distinct', of: { factType: ['included'], countKind: 'inclusion' } },
  all: { op: 'compose', parts: [{ indicator: 'persons', sign: 1 }] },
});

const included = (subjectKey: string, stream: string) =>
  one('included', 'inclusion', { subjectKind: 'care', subjectKey, occurrenceKey: stream });
const linked = (kid: string, link: string) =>
  one('person-linked', 'unique-person', { subjectKind: 'care', subjectKey: kid, groupKey: link });

/** Slots k1 and k2 are of one person, k3 of another, k4 and k5 of whoever the vault says. */
const PERSONS: Readonly<Record<string, string>> = {
  k1: 'person-a',
  k2: 'person-a',
  k3: 'person-b',
  k4: 'person-c',
  k5: 'person-d',
  l1: 'person-a',
  l3: 'person-b',
};
const vault =
  (...erased: string[]): PersonOf =>
  (kid) =>
    erased.includes(kid) ? undefined : PERSONS[kid];

function count(log: Log, personOf?: PersonOf, through?: string): readonly (number | null)[] {
  const asked = { indicator: 'persons', period: '2021', ...(through === undefined ? {} : { through }) };
  const [figure] = figures(log.read(), asked, { definitions, ...(personOf ? { personOf } : {}) }).figures;
  const { value, lo, hi } = figure!.computed!;
  return [value, lo, hi];
}

function threeInclusions(): Log {
  const log = new Log();
  log.state([included('k1', 's1')], { stream: 's1', at: '2022-01-10' });
  log.state([included('k2', 's2')], { stream: 's2' });
  log.state([included('k3', 's3')], { stream: 's3' });
  return log;
}

describe('different care persons', () => {
  it('are the persons behind the slots, not the slots', () => {
    expect(count(threeInclusions(), vault())).toEqual([2, 2, 2]);
  });

  it('count as many as there are slots where nobody can say', () => {
    expect(count(threeInclusions())).toEqual([3, 3, 3]);
  });

  it('count once when two references are linked, from the link on and until it is undone', () => {
    const log = threeInclusions();
    const before = log.events.at(-1)!.id;
    const link = log.state([linked('l1', 'link'), linked('l3', 'link')], { stream: 'link' });
    expect(count(log, vault())).toEqual([1, 1, 1]);
    expect(count(log, vault(), before)).toEqual([2, 2, 2]);
    log.state([{ close: ['person-linked'] }], { stream: 'link' });
    expect(count(log, vault())).toEqual([2, 2, 2]);
    expect(count(log, vault(), link)).toEqual([1, 1, 1]);
  });

  it.each(['persons', 'all'])('rest on the links that the count followed, and on no other: %s', (indicator) => {
    const log = threeInclusions();
    const link = log.state([linked('l1', 'link'), linked('l3', 'link')], { stream: 'link' });
    log.state([linked('k4', 'elsewhere'), linked('k5', 'elsewhere')], { stream: 'elsewhere' });
    const db = log.read();
    const options = { definitions, personOf: vault() };
    const [figure] = figures(db, { indicator, period: '2021' }, options).figures;
    const inclusions = log.events.slice(0, 3).map(({ id }) => id);
    expect(provenance(db, figure!.id, options).events).toEqual([...inclusions, link]);
    expect(provenance(db, figure!.id, { definitions }).events).toEqual(inclusions);
  });

  it('stay between bounds when slots were erased: they may be one person or several, but not within one record', () => {
    const log = threeInclusions();
    expect(count(log, vault('k1', 'k2', 'k3'))).toEqual([null, 1, 3]);
    expect(count(log, vault('k1', 'k2'))).toEqual([null, 2, 3]);
    expect(count(log, vault('k3'))).toEqual([2, 2, 2]);
    log.state([included('k4', 's4'), included('k5', 's4')], { stream: 's4' });
    expect(count(log, vault('k3', 'k4', 'k5'))).toEqual([null, 3, 4]);
  });

  it('take in unnamed heads as before', () => {
    const log = threeInclusions();
    log.state([many('included', 'inclusion', exactly(4), { subjectKind: 'care', occurrenceKey: 's5' })], { stream: 's5' });
    expect(count(log, vault())).toEqual([null, 4, 6]);
    expect(count(log, vault('k1', 'k2', 'k3'))).toEqual([null, 4, 7]);
  });
});
