import type { Action, Plan } from './plan';
import { type Filters, selectActions } from './select-actions';

const action = (number: number, rest: Partial<Action>): Action => ({
  ...{
    number,
    objective: '1',
    title: { nl: `Actie ${number}`, fr: `Action ${number}` },
    lifecycle: 'running',
    targets: [],
    achievement: 'met',
  },
  ...rest,
});
const plan: Plan = {
  objectives: [
    { code: '2', level: 'strategic', title: {} },
    { code: '2.1', level: 'operational', parent: '2', title: {} },
    { code: '1', level: 'strategic', title: {} },
  ],
  actions: [
    action(1, { title: { nl: 'BOOST coördineren', fr: 'Coordonner BOOST' } }),
    action(2, { objective: '2.1', lifecycle: 'suspended', achievement: 'none' }),
    action(3, { objective: '2' }),
  ],
};
const select = (rest: Partial<Filters>) =>
  selectActions(plan, { search: '', objective: '', lifecycle: '', achievement: '', ...rest }, 'nl').map(({ number }) => number);

it.each<[string, Partial<Filters>, readonly number[]]>([
  ['all when nothing is asked', {}, [1, 2, 3]],
  ['every word, whatever its case and accents', { search: 'bóost COORDINEREN' }, [1]],
  ['none when one word is missing', { search: 'boost elders' }, []],
  ['the number of an action', { search: '2' }, [2]],
  ['what lies below an objective, too', { objective: '2' }, [2, 3]],
  ['one course', { lifecycle: 'suspended' }, [2]],
  ['one result', { achievement: 'met' }, [1, 3]],
  ['what fits every filter', { objective: '2', achievement: 'met' }, [3]],
])('selects %s', (_, filters, numbers) => {
  expect(select(filters)).toEqual(numbers);
});
