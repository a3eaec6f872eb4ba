import type { ActionView, ObjectiveView } from '@app/indicators/answers';
import { type Filters, selectActions } from './select-actions';

const action = (number: number, rest: Partial<ActionView>): ActionView => ({
  ...{
    number,
    objective: '1',
    title: { nl: `Actie ${number}`, fr: `Action ${number}` },
    lifecycle: 'running',
    reason: null,
    since: '2021-01-01',
    sinceWhen: { from: '2021-01-01', to: '2021-01-01', precision: 'day' },
    links: [],
    partners: [],
    printedStatus: null,
    targets: [],
    achievement: 'met',
  },
  ...rest,
});
const objective = (code: string, level: string, parent: string | null = null): ObjectiveView => ({
  code,
  level,
  parent,
  title: { nl: '', fr: '' },
});
const plan = {
  objectives: [objective('2', 'strategic'), objective('2.1', 'operational', '2'), objective('1', 'strategic')],
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
