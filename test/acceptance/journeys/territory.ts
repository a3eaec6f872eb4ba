import { correcting, type Journey, on, refused, step } from './steps';

const named = (word: string) => ({ nl: word, fr: word });
const region = { hierarchy: '2011', level: 'region', units: [{ code: '04000', name: named('Gewest') }], ...on('2011-01-01') };
const commune = { hierarchy: '2011', level: 'commune', units: [{ code: '21001', name: named('Gemeente'), parents: ['04000'] }] };
const zones = {
  hierarchy: '2022',
  level: 'zone',
  units: [
    { code: 'Z-N', name: named('Noord'), parents: ['04000'] },
    { code: 'Z-Z', name: named('Zuid'), parents: ['04000'] },
  ],
};
const into = (zone: string) => ({ hierarchy: '2022', changes: [{ code: '21001', parents: [zone] }], ...on('2022-01-01') });
const house = { organisation: 'org-j-house' };
const inCommune = { territory: { code: '21001', level: 'commune', hierarchy: '2022' } };
const inZone = (code: string) => ({ territory: { code, level: 'zone', hierarchy: '2022' } });

/** The tree of places, and where an organisation sits and works. */
export const territoryJourneys: readonly Journey[] = [
  {
    name: 'territory',
    systems: ['SYS-68'],
    steps: [
      step('define-territories', region),
      step('define-territories', { ...commune, ...on('2011-01-01') }),
      step('define-territories', { ...zones, ...on('2022-01-01') }),
      refused(
        'define-territories',
        { ...zones, level: 'commune', units: [{ code: '21999', name: named('X'), parents: ['Z-O'] }], ...on('2022-01-01') },
        'territory.unknown-parent',
      ),
      step('change-territory-boundaries', into('Z-N'), 'drawn'),
      refused('change-territory-boundaries', into('Z-Z'), 'territory.boundary-already-changed'),
      step('register-organisation', { ...house, name: 'Huis J', kind: 'care-provider', ...on('2022-02-01') }),
      step('locate-organisation', { ...house, place: 'main', role: 'seat', ...inCommune, ...on('2022-02-01') }),
      step('rename-territory', { code: 'Z-Z', name: named('Zuidrand'), ...on('2023-01-01') }),
      step('change-territory-boundaries', { ...into('Z-Z'), ...correcting('drawn', 'wrong-record') }),
      step('end-territories', { hierarchy: '2025', codes: ['Z-N'], ...on('2025-01-01') }),
    ],
    figures: [
      { indicator: 'organisations-by-seat', period: '2022', territory: '21001', by: [1, 1] },
      // A commune counts for the zone in which it lies, and the correction says that it lay in another.
      { indicator: 'organisations-by-seat', period: '2022', territory: 'Z-N', by: [1, 0] },
      { indicator: 'organisations-by-seat', period: '2022', territory: 'Z-Z', by: [0, 1] },
    ],
  },
  {
    name: 'organisation',
    systems: ['SYS-42', 'SYS-57'],
    steps: [
      step('register-organisation', { organisation: 'org-j-two', name: 'Huis K', kind: 'care-provider', ...on('2023-01-10') }),
      refused(
        'locate-organisation',
        { organisation: 'org-j-two', place: 'main', role: 'seat', ...on('2023-02-01') },
        'organisation.territory-needed',
      ),
      step('locate-organisation', { organisation: 'org-j-two', place: 'main', role: 'seat', ...inZone('Z-N'), ...on('2023-02-01') }),
      step('locate-organisation', { organisation: 'org-j-two', place: 'desk', role: 'activity', ...inZone('Z-N'), ...on('2023-02-01') }),
      refused(
        'locate-organisation',
        { organisation: 'org-j-two', place: 'other', role: 'seat', ...inZone('Z-N'), ...on('2023-03-01') },
        'organisation.second-seat',
      ),
      step('move-organisation', { organisation: 'org-j-two', place: 'main', ...inZone('Z-Z'), ...on('2023-06-01') }),
      step('leave-place', { organisation: 'org-j-two', place: 'desk', lastDay: '2023-08-31', ...on('2023-08-31') }, 'left'),
      step('leave-place', {
        organisation: 'org-j-two',
        place: 'desk',
        lastDay: '2024-08-31',
        ...on('2023-08-31'),
        ...correcting('left', 'wrong-date'),
      }),
      step('close-organisation', { organisation: 'org-j-two', reason: 'ceased', lastDay: '2024-12-31', ...on('2024-12-31') }),
    ],
    figures: [
      { indicator: 'organisations-by-seat', period: '2023-Q1', territory: 'Z-N', by: [1, 1] },
      { indicator: 'organisations-by-activity', period: '2023', territory: 'Z-N', by: [0, 1] },
    ],
  },
];
