import { dayAfter, exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { ActionStaffedData } from './staffing.events';

export const staffingFacts: FactMapping = {
  ActionStaffed: ({ data: { plan, action, role, employee, fteHundredths, lastDay } }: RecordedEvent<string, ActionStaffedData>) => {
    const rest = { validTo: dayAfter(lastDay), dims: { plan, action, role } };
    return [
      // Without a key, so that what is worked on a day adds up instead of counting employees.
      many('action-fte', 'fte', exactly(fteHundredths), { ...rest, subjectKind: 'professional' }),
      ...(employee ? [one('action-staff', 'unique-person', { ...rest, subjectKind: 'professional', subjectKey: employee })] : []),
    ];
  },
};
