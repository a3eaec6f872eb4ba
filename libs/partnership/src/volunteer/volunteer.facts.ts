import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type { VolunteerInterviewedData, VolunteerLeftData, VolunteerTrainedData } from './volunteer.events';

const named = (subjectKey: string) => ({ subjectKind: 'professional', subjectKey }) as const;

export const volunteerFacts: FactMapping = {
  VolunteerInterviewed: ({ data }: RecordedEvent<string, VolunteerInterviewedData>) => [
    one('volunteer-interviewed', 'interview', { ...named(data.volunteer), dims: { outcome: data.outcome } }),
  ],
  // Trained is what happened; active is what lasts until the volunteer leaves.
  VolunteerTrained: ({ data }: RecordedEvent<string, VolunteerTrainedData>) => [
    one('volunteer-trained', 'unique-person', {
      ...named(data.volunteer),
      ...(data.cycle ? { groupKey: data.cycle } : {}),
      ...(data.cycleNumber ? { dims: { cycle: String(data.cycleNumber) } } : {}),
    }),
    one('volunteer-active', 'unique-person', named(data.volunteer)),
    ...(data.structure
      ? [
          one('volunteer-structure', 'structure', {
            subjectKind: 'structure',
            subjectKey: data.structure,
            ...(data.cycle ? { groupKey: data.cycle } : {}),
          }),
        ]
      : []),
  ],
  VolunteerLeft: ({ data }: RecordedEvent<string, VolunteerLeftData>) => [
    { change: ['volunteer-active'], subjectKey: data.volunteer, validTo: data.leftOn },
    one('volunteer-left', 'unique-person', { ...named(data.volunteer), dims: { reason: data.reason } }),
  ],
};
