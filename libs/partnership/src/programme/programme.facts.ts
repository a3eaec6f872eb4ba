import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type { ProgrammePhaseClosedData, ProgrammePhaseOpenedData } from './programme.events';

/** `programme-phase` is the stock: a phase lasts until the first day on which it no longer runs. */
export const programmeFacts: FactMapping = {
  ProgrammePhaseOpened: ({ streamId, data: { run, programme, phase, followed } }: RecordedEvent<string, ProgrammePhaseOpenedData>) => {
    const draft = { subjectKind: 'structure', subjectKey: `${streamId}/${run}`, dims: { programme, phase, followed } } as const;
    return [one('programme-phase-opened', 'phase', draft), one('programme-phase', 'phase', draft)];
  },
  ProgrammePhaseClosed: ({ streamId, data }: RecordedEvent<string, ProgrammePhaseClosedData>) => {
    const { run, programme, phase, closedOn, reason } = data;
    const subjectKey = `${streamId}/${run}`;
    return [
      { change: ['programme-phase'], subjectKey, validTo: closedOn, validToExpected: false },
      one('programme-phase-closed', 'phase', {
        subjectKind: 'structure',
        subjectKey,
        occurred: { from: closedOn, to: closedOn, nature: 'point', precision: 'day' },
        dims: { programme, phase, reason },
      }),
    ];
  },
};
