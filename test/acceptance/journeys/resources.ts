import { correcting, type Journey, on, refused, step } from './steps';

const employee = 'pro-je1';
const contract = { employee, roleFamily: 'coordination', workLanguages: ['nl', 'fr'], fteHundredths: 80 };
const work = { plan: 'j-staff', action: 98, role: 'responsible', employee, fteHundredths: 25 };

/** The people and the means of the partnership itself. */
export const resourcesJourneys: readonly Journey[] = [
  {
    name: 'employment',
    systems: ['SYS-55', 'SYS-72'],
    steps: [
      refused('hold-appraisal', { employee, ...on('2019-06-15') }, 'employment.not-employed'),
      step('hire-employee', { ...contract, ...on('2019-01-01') }),
      refused('hire-employee', { ...contract, fteHundredths: 100, ...on('2019-02-01') }, 'employment.already-employed'),
      step('hold-appraisal', { employee, ...on('2019-06-15') }),
      step('record-staff-training', { employee, theme: 'languages', days: 3, ...on('2019-09-10') }, 'course'),
      refused('record-staff-training', { employee, theme: 'languages', days: 1, ...on('2019-09-10') }, 'employment.training-recorded'),
      step('record-departure', { employee, reason: 'transferred', ...on('2019-12-01') }, 'left'),
      step('record-staff-training', {
        employee,
        theme: 'languages',
        days: 2,
        ...on('2019-09-10'),
        ...correcting('course', 'wrong-count'),
      }),
      step('record-departure', { employee, reason: 'transferred', ...on('2020-07-01'), ...correcting('left', 'wrong-date') }),
    ],
    figures: [
      { indicator: 'employees', period: '2019', where: 'roleFamily:coordination,bilingual:true', by: [0, 1] },
      { indicator: 'employee-fte', period: '2019-06', by: [80, 80] },
      { indicator: 'employee-fte', period: '2019', by: [0, 80] },
      { indicator: 'hirings', period: '2019-01', by: [1, 1] },
      { indicator: 'departures', period: '2020-07', by: [0, 1] },
      { indicator: 'appraisals-held', period: '2019', by: [1, 1] },
      { indicator: 'employees-appraised', period: '2019', by: [1, 1] },
      { indicator: 'staff-trainings', period: '2019', where: 'theme:languages', by: [1, 1] },
      { indicator: 'staff-training-days', period: '2019', where: 'theme:languages', by: [3, 2] },
    ],
  },
  {
    name: 'staffing',
    systems: ['SYS-55'],
    steps: [
      refused('staff-action', { ...work, lastDay: '2019-06-30', ...on('2019-07-01') }, 'staffing.ends-before-it-starts'),
      step('staff-action', { ...work, lastDay: '2019-06-30', ...on('2019-01-01') }, 'first'),
      refused('staff-action', { ...work, fteHundredths: 50, lastDay: '2019-12-31', ...on('2019-06-30') }, 'staffing.overlaps'),
      step('staff-action', { ...work, fteHundredths: 50, lastDay: '2019-12-31', ...on('2019-07-01') }),
      step('staff-action', {
        ...work,
        fteHundredths: 20,
        lastDay: '2019-06-30',
        ...on('2019-01-01'),
        ...correcting('first', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'action-fte', period: '2019-03', where: 'plan:j-staff,action:98', by: [25, 20] },
      { indicator: 'action-fte', period: '2019', where: 'plan:j-staff,role:responsible', by: [50, 50] },
      { indicator: 'action-staff', period: '2019', where: 'plan:j-staff', by: [1, 1] },
    ],
  },
  {
    name: 'tender',
    systems: ['SYS-55'],
    steps: [
      step('publish-tender', { object: 'accounting', ...on('2021-09-01') }, 'tender'),
      refused('publish-tender', { tender: '$tender', object: 'audit', ...on('2021-09-01') }, 'tender.already-published'),
      refused('award-tender', { tender: '$tender', lastDay: '2021-10-31', ...on('2021-11-15') }, 'tender.lasts-no-day'),
      step(
        'award-tender',
        { tender: '$tender', bids: 3, supplier: 'org-jf1', amountCents: 1_250_000, lastDay: '2023-12-31', ...on('2021-11-15') },
        'awarded',
      ),
      step('award-tender', { object: 'translation', ...on('2021-05-03') }),
      step('publish-tender', { object: 'it-management', ...on('2021-03-01') }, 'computers'),
      step('end-tender-without-award', { tender: '$computers', reason: 'bids-not-fitting', ...on('2021-06-01') }),
      refused('award-tender', { tender: '$computers', ...on('2021-06-02') }, 'tender.ended-without-award'),
      step('award-tender', {
        tender: '$tender',
        bids: 3,
        supplier: 'org-jf1',
        amountCents: 1_300_000,
        lastDay: '2022-12-31',
        ...on('2021-11-15'),
        ...correcting('awarded', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'tenders-published', period: '2021', by: [2, 2] },
      { indicator: 'tenders-awarded', period: '2021', by: [2, 2] },
      { indicator: 'tender-amounts', period: '2021', where: 'object:accounting', by: [1_250_000, 1_300_000] },
      { indicator: 'contracts-running', period: '2023-06', where: 'object:accounting', by: [1, 0] },
      { indicator: 'tenders-not-awarded', period: '2021', where: 'object:it-management,reason:bids-not-fitting', by: [1, 1] },
    ],
  },
];
