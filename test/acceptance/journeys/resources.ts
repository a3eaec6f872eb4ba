import { correcting, exactly, type Journey, on, refused, step, title } from './steps';

const employee = 'pro-je1';
const contract = { employee, roleFamily: 'coordination', workLanguages: ['nl', 'fr'], fteHundredths: 80 };
const structural = { funder: 'flemish-community', kind: 'structural', amountCents: 4_000_000 };
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
  {
    name: 'subsidies-of-a-predecessor',
    systems: ['SYS-72'],
    steps: [
      step('grant-subsidy', { ...structural, firstDay: '2020-01-01', lastDay: '2020-12-31', ...on('2019-12-10') }, 'old'),
      refused(
        'receive-subsidy',
        { subsidy: '$old', late: false, amountCents: 4_000_001, ...on('2020-02-01') },
        'subsidy.more-than-granted',
      ),
      step('receive-subsidy', { subsidy: '$old', late: true, amountCents: 2_000_000, ...on('2020-05-04') }, 'paid'),
      refused('stop-subsidy', { subsidy: '$old', reason: 'withdrawn', ...on('2019-12-31') }, 'subsidy.stops-before-it-starts'),
      step('stop-subsidy', { subsidy: '$old', reason: 'passed-to-successor', ...on('2020-07-01') }),
      step('grant-subsidy', { ...structural, amountCents: 5_000_000, firstDay: '2020-07-01', ...on('2020-07-01') }),
      step('receive-subsidy', {
        subsidy: '$old',
        late: false,
        amountCents: 2_500_000,
        ...on('2020-05-04'),
        ...correcting('paid', 'late-information'),
      }),
    ],
    figures: [
      { indicator: 'subsidies-granted', period: '2019', where: 'funder:flemish-community', by: [1, 1] },
      { indicator: 'subsidies-running', period: '2020-03', where: 'kind:structural', by: [1, 1] },
      { indicator: 'subsidies-running', period: '2020', where: 'kind:structural', by: [1, 1] },
      { indicator: 'subsidy-amounts-granted', period: '2020', by: [5_000_000, 5_000_000] },
      { indicator: 'subsidy-payments', period: '2020', where: 'late:true', by: [1, 0] },
      { indicator: 'subsidy-amounts-received', period: '2020', by: [2_000_000, 2_500_000] },
      { indicator: 'subsidy-payments-late-share', period: '2020', by: [10_000, 0] },
      { indicator: 'subsidies-stopped', period: '2020', where: 'reason:passed-to-successor', by: [1, 1] },
    ],
  },
  {
    name: 'annual-accounts',
    systems: ['SYS-55'],
    steps: [
      step('report-expense-category', { year: 2019, category: 'staff', share: exactly(7_600), ...on('2020-06-01') }, 'staff'),
      refused(
        'report-expense-category',
        { year: 2019, category: 'operating', share: exactly(2_500), ...on('2020-06-01') },
        'accounts.more-than-the-whole',
      ),
      step('report-expense-category', {
        year: 2019,
        category: 'operating',
        share: exactly(2_400),
        amountCents: 300_000,
        ...on('2020-06-01'),
      }),
      refused('receive-audit-opinion', { year: 2019, opinion: 'unqualified', ...on('2019-12-31') }, 'accounts.year-not-over'),
      step('receive-audit-opinion', { year: 2019, opinion: 'unqualified', auditor: 'org-ja1', ...on('2020-05-20') }),
      step('report-expense-category', {
        year: 2019,
        category: 'staff',
        share: exactly(7_500),
        ...on('2020-06-01'),
        ...correcting('staff', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'expense-shares', period: '2019', where: 'category:staff', by: [7_600, 7_500] },
      { indicator: 'expense-amounts', period: '2019', where: 'category:operating', by: [300_000, 300_000] },
      { indicator: 'audit-opinions', period: '2020', where: 'opinion:unqualified', by: [1, 1] },
    ],
  },
  {
    name: 'house-rules',
    systems: ['SYS-55'],
    steps: [
      step('deliver-output', { kind: 'memo', stage: 'published', title, languages: ['nl', 'fr'], ...on('2019-05-06') }, 'memo'),
      step('deliver-output', { kind: 'rule-sheet', stage: 'draft', title, ...on('2019-05-07') }, 'sheet'),
      refused('advance-output', { output: '$sheet', stage: 'tested', approvedBy: 'iriscare', ...on('2019-06-01') }, 'output.not-approved'),
      step('advance-output', { output: '$sheet', stage: 'published', ...on('2019-06-03') }, 'published'),
      refused('advance-output', { output: '$sheet', stage: 'approved', ...on('2019-06-04') }, 'output.not-further'),
      step('advance-output', { output: '$sheet', stage: 'published', ...on('2020-06-03'), ...correcting('published', 'wrong-date') }),
    ],
    figures: [
      { indicator: 'outputs-published', period: '2019', where: 'kind:memo', by: [1, 1] },
      { indicator: 'outputs-published', period: '2019', where: 'kind:rule-sheet', by: [1, 0] },
    ],
  },
];
