import { exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { AppraisalHeldData, EmployeeHiredData, EmployeeLeftData, TrainingFollowedData } from './employment.events';

const named = (subjectKey: string) => ({ subjectKind: 'professional', subjectKey }) as const;
const employmentKey = (streamId: string, employment: number): string => `${streamId}/${employment}`;

export const employmentFacts: FactMapping = {
  EmployeeHired: ({ streamId, data }: RecordedEvent<string, EmployeeHiredData>) => {
    const { employee, employment, roleFamily, workLanguages, fteHundredths } = data;
    const bilingual = workLanguages && { bilingual: workLanguages.includes('nl') && workLanguages.includes('fr') };
    const rest = { occurrenceKey: employmentKey(streamId, employment), dims: { roleFamily, ...bilingual } };
    return [
      one('employee', 'unique-person', { ...rest, ...named(employee) }),
      // Without a key, so that what is worked on a day adds up instead of counting employees.
      ...(fteHundredths ? [many('employee-fte', 'fte', exactly(fteHundredths), { ...rest, subjectKind: 'professional' })] : []),
      one('employee-hired', 'function', { ...named(employee), dims: { roleFamily } }),
    ];
  },
  EmployeeLeft: ({ streamId, data: { employee, employment, roleFamily, leftOn } }: RecordedEvent<string, EmployeeLeftData>) => [
    { change: ['employee', 'employee-fte'], occurrenceKey: employmentKey(streamId, employment), validTo: leftOn },
    one('employee-left', 'function', { ...named(employee), dims: { roleFamily } }),
  ],
  AppraisalHeld: ({ data: { employee, roleFamily } }: RecordedEvent<string, AppraisalHeldData>) => [
    one('appraisal-held', 'interview', { ...named(employee), dims: { roleFamily } }),
  ],
  TrainingFollowed: ({ data: { employee, roleFamily, theme, days } }: RecordedEvent<string, TrainingFollowedData>) => {
    const rest = { ...named(employee), dims: { roleFamily, theme } };
    return [one('staff-training', 'attendance', rest), ...(days ? [many('staff-training-days', 'day', exactly(days), rest)] : [])];
  },
};
