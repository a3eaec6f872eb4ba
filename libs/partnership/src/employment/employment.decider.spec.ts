import { given, onDay, recorded } from '@app/decider/spec';
import { employmentEvolution, hireEmployee, holdAppraisal, recordDeparture, recordStaffTraining } from './employment.decider';
import { appraisalHeld, employeeHired, employeeLeft, trainingFollowed } from './employment.events';
import { employmentFacts } from './employment.facts';

const on = (day: string) => ({ occurred: onDay(day) });
const employee = 'pro-e1';
const roleFamily = 'coordination' as const;
const contract = { employee, roleFamily, workLanguages: ['nl', 'fr'], fteHundredths: 80 } as const;
const hired = [employeeHired, { ...contract, employment: 1 }, on('2021-01-01')] as const;
const gone = { employment: 1, employee, roleFamily, reason: 'own-wish', leftOn: '2021-07-01' } as const;
const left = [employeeLeft, gone, on('2021-07-01')] as const;
const back = [employeeHired, { ...contract, employment: 2 }, on('2021-10-01')] as const;
const appraised = [appraisalHeld, { employee, roleFamily }, on('2021-06-15')] as const;
const course = { employee, theme: 'languages', days: 3, provider: 'org-p1' } as const;
const trained = [trainingFollowed, { ...course, roleFamily }, on('2021-06-15')] as const;
const work = (...history: Parameters<typeof given>[1]) => given(employmentEvolution, history);

describe('hire an employee', () => {
  it('counts the employments of one employee', () => {
    expect(work().then(hireEmployee, contract)).toEqual([['EmployeeHired', { ...contract, employment: 1 }]]);
    expect(work(hired, left).then(hireEmployee, contract, on('2021-10-01'))).toEqual([['EmployeeHired', { ...contract, employment: 2 }]]);
  });

  it('says nothing twice, also after leaving and coming back', () => {
    expect(work(hired).then(hireEmployee, contract, on('2021-01-01'))).toEqual([]);
    expect(work(hired, left, back).then(hireEmployee, contract, on('2021-01-01'))).toEqual([]);
  });

  it('keeps the number of the employment that is corrected', () => {
    expect(work(left, back).then(hireEmployee, contract, on('2021-02-01'))).toEqual([['EmployeeHired', { ...contract, employment: 1 }]]);
  });

  it.each([
    ['employment.already-employed', [hired], '2021-03-01'],
    ['employment.already-employed', [hired, left], '2021-06-30'],
    ['employment.leaves-before-hired', [left], '2021-07-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(work(...history).refuses(hireEmployee, contract, on(day))).toBe(code);
  });
});

describe('record that an employee leaves', () => {
  const leave = { employee, reason: 'own-wish' } as const;

  it('says the first day without the employee', () => {
    expect(work(hired).then(recordDeparture, leave, on('2021-07-01'))).toEqual([['EmployeeLeft', gone]]);
  });

  it('says nothing twice, also after coming back', () => {
    expect(work(hired, left).then(recordDeparture, leave, on('2021-07-01'))).toEqual([]);
    expect(work(hired, left, back).then(recordDeparture, leave, on('2021-07-01'))).toEqual([]);
  });

  it.each([
    ['employment.not-employed', [], '2021-07-01'],
    ['employment.not-employed', [hired, left], '2021-08-01'],
    ['employment.leaves-before-hired', [hired], '2020-12-31'],
    ['employment.already-employed', [hired, back], '2021-10-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(work(...history).refuses(recordDeparture, leave, on(day))).toBe(code);
  });
});

describe('hold an appraisal', () => {
  it('is with who is employed', () => {
    expect(work(hired).then(holdAppraisal, { employee })).toEqual([['AppraisalHeld', { employee, roleFamily }]]);
  });

  it('says nothing twice on one day', () => {
    expect(work(hired, appraised).then(holdAppraisal, { employee })).toEqual([]);
    expect(work(hired, appraised, left).then(holdAppraisal, { employee })).toEqual([]);
    expect(work(hired, appraised).then(holdAppraisal, { employee }, on('2021-06-16'))).toHaveLength(1);
  });

  it.each([
    ['before the first day', [hired], '2020-12-31'],
    ['on the first day without', [hired, left], '2021-07-01'],
    ['of nobody', [], '2021-06-15'],
  ] as const)('refuses with employment.not-employed: %s', (_, history, day) => {
    expect(work(...history).refuses(holdAppraisal, { employee }, on(day))).toBe('employment.not-employed');
  });
});

describe('record a training of an employee', () => {
  it('says what about and how long', () => {
    expect(work(hired).then(recordStaffTraining, course)).toEqual([['TrainingFollowed', { ...course, roleFamily }]]);
  });

  it('says nothing twice', () => {
    expect(work(hired, trained).then(recordStaffTraining, course)).toEqual([]);
    expect(work(hired, trained, left).then(recordStaffTraining, course)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-00000000000a';
    const corrected = work(
      hired,
      [trainingFollowed, { ...course, roleFamily }, { id, ...on('2021-06-15') }],
      [trainingFollowed, { ...course, roleFamily, days: 2 }, { corrects: id, ...on('2021-06-15') }],
    );
    expect(corrected.then(recordStaffTraining, { ...course, days: 2 })).toEqual([]);
  });

  it.each([
    ['employment.not-employed', []],
    ['employment.training-recorded', [hired, trained]],
  ] as const)('refuses with %s', (code, history) => {
    expect(work(...history).refuses(recordStaffTraining, { ...course, days: 5 })).toBe(code);
  });
});

describe('facts of employment', () => {
  const streamId = 'employment-pro-e1';
  const of = (v: number) => ({ exactness: 'exact', v, lo: v, hi: v });
  const named = { subjectKind: 'professional', subjectKey: employee };

  it('counts who is employed, for how much, and who can work in both languages', () => {
    const running = { occurrenceKey: 'employment-pro-e1/1', dims: { roleFamily, bilingual: true } };
    expect(employmentFacts['EmployeeHired']!(recorded(employeeHired, { ...contract, employment: 1 }, { streamId }))).toEqual([
      { type: 'employee', countKind: 'unique-person', ...of(1), ...running, ...named },
      { type: 'employee-fte', countKind: 'fte', ...of(80), ...running, subjectKind: 'professional' },
      { type: 'employee-hired', countKind: 'function', ...of(1), ...named, dims: { roleFamily } },
    ]);
    const short = { employee, employment: 1, roleFamily };
    expect(employmentFacts['EmployeeHired']!(recorded(employeeHired, short, { streamId }))).toEqual([
      { type: 'employee', countKind: 'unique-person', ...of(1), ...named, occurrenceKey: 'employment-pro-e1/1', dims: { roleFamily } },
      { type: 'employee-hired', countKind: 'function', ...of(1), ...named, dims: { roleFamily } },
    ]);
  });

  it('ends that employment alone', () => {
    expect(employmentFacts['EmployeeLeft']!(recorded(employeeLeft, gone, { streamId }))).toEqual([
      { change: ['employee', 'employee-fte'], occurrenceKey: 'employment-pro-e1/1', validTo: '2021-07-01' },
      { type: 'employee-left', countKind: 'function', ...of(1), ...named, dims: { roleFamily } },
    ]);
  });

  it('counts appraisals and trainings', () => {
    expect(employmentFacts['AppraisalHeld']!(recorded(appraisalHeld, { employee, roleFamily }))).toEqual([
      { type: 'appraisal-held', countKind: 'interview', ...of(1), ...named, dims: { roleFamily } },
    ]);
    const dims = { roleFamily, theme: 'languages' };
    expect(employmentFacts['TrainingFollowed']!(recorded(trainingFollowed, { ...course, roleFamily }))).toEqual([
      { type: 'staff-training', countKind: 'attendance', ...of(1), ...named, dims },
      { type: 'staff-training-days', countKind: 'day', ...of(3), ...named, dims },
    ]);
  });
});
