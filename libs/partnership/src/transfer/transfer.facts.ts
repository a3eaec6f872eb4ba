import type { Quantity, RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, type FactStatement, many, one } from '../facts';
import type { ActivityTransferredData, OrganisationAbsorbedData, TransferRefusedData } from './transfer.events';

/** Each task and the staff that pass on, by the way in which they do. */
function passedOn(streamId: string, way: string, { tasks, staff }: { tasks?: readonly string[]; staff?: Quantity }): readonly FactDraft[] {
  return [
    ...(tasks ?? []).map((task) =>
      one('task-taken-over', 'task', { subjectKind: 'none', subjectKey: `${streamId}/${task}`, groupKey: streamId, dims: { way, task } }),
    ),
    ...(staff ? [many('staff-passed-on', 'unique-person', staff, { subjectKind: 'professional', groupKey: streamId, dims: { way } })] : []),
  ];
}

/** An open proposal is a stock until it is carried out or refused. */
const noLongerOpen = ({ streamId, occurred }: Pick<RecordedEvent, 'streamId' | 'occurred'>): FactStatement => ({
  change: ['transfer-open'],
  subjectKey: streamId,
  validTo: occurred.from,
  validToExpected: false,
});

export const transferFacts: FactMapping = {
  TransferProposed: ({ streamId }) => [
    one('transfer-proposed', 'transfer', { groupKey: streamId }),
    one('transfer-open', 'transfer', { subjectKind: 'none', subjectKey: streamId }),
  ],
  TransferAgreed: ({ streamId }) => [one('transfer-agreed', 'transfer', { groupKey: streamId })],
  TransferRefused: (event: RecordedEvent<string, TransferRefusedData>) => [
    noLongerOpen(event),
    one('transfer-refused', 'transfer', { groupKey: event.streamId, dims: { reason: event.data.reason } }),
  ],
  ActivityTransferred: (event: RecordedEvent<string, ActivityTransferredData>) => [
    noLongerOpen(event),
    one('activity-transferred', 'transfer', { groupKey: event.streamId }),
    ...passedOn(event.streamId, 'transfer', event.data),
  ],
  OrganisationAbsorbed: ({ streamId, data }: RecordedEvent<string, OrganisationAbsorbedData>) => [
    one('organisation-absorbed', 'structure', { subjectKind: 'structure', subjectKey: streamId, groupKey: streamId }),
    ...passedOn(streamId, 'absorption', data),
  ],
};
