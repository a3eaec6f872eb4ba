import { exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type {
  HostOfferedData,
  HostWithdrawnData,
  PlacementDeclinedData,
  PlacementEndedData,
  PlacementRequestedData,
  PlacementStartedData,
} from './placement.events';

const OFFERED = ['placement-host', 'placement-places'];

const trainee = ({ streamId, data }: RecordedEvent<string, PlacementRequestedData>) =>
  ({
    subjectKind: 'professional',
    ...(data.trainee ? { subjectKey: data.trainee } : {}),
    groupKey: streamId,
    dims: { kind: data.kind, ...(data.profession ? { profession: data.profession } : {}) },
  }) as const;

const offerKey = (streamId: string, offer: number): string => `${streamId}/${offer}`;

/** A placement counts once for each trainee, from its start to its end; hosts and their places count while they are offered. */
export const placementFacts: FactMapping = {
  PlacementRequested: (event: RecordedEvent<string, PlacementRequestedData>) => [
    many('placement-requested', 'request', exactly(event.data.trainees), trainee(event)),
  ],
  PlacementStarted: (event: RecordedEvent<string, PlacementStartedData>) => {
    const { streamId, data } = event;
    return [
      many('placement', 'placement', exactly(data.trainees), trainee(event)),
      one('placement-receiver', 'structure', {
        subjectKind: 'structure',
        subjectKey: data.host,
        groupKey: streamId,
        dims: { kind: data.kind },
      }),
    ];
  },
  PlacementEnded: ({ streamId, data }: RecordedEvent<string, PlacementEndedData>) => [
    { change: ['placement'], validTo: data.endedOn },
    many('placement-ended', 'placement', exactly(data.trainees), {
      subjectKind: 'professional',
      groupKey: streamId,
      dims: { kind: data.kind, outcome: data.outcome },
    }),
  ],
  PlacementDeclined: ({ streamId, data }: RecordedEvent<string, PlacementDeclinedData>) => [
    many('placement-declined', 'request', exactly(data.trainees), {
      subjectKind: 'professional',
      groupKey: streamId,
      dims: { kind: data.kind, reason: data.reason },
    }),
  ],
  HostOffered: ({ streamId, data }: RecordedEvent<string, HostOfferedData>) => {
    const rest = { occurrenceKey: offerKey(streamId, data.offer), dims: { kind: data.kind } };
    return [
      one('placement-host', 'structure', { ...rest, subjectKind: 'structure', subjectKey: data.host }),
      ...(data.places ? [many('placement-places', 'place', exactly(data.places), { ...rest, subjectKind: 'structure' })] : []),
    ];
  },
  HostWithdrawn: ({ streamId, data }: RecordedEvent<string, HostWithdrawnData>) => [
    { change: OFFERED, occurrenceKey: offerKey(streamId, data.offer), validTo: data.withdrawnOn },
    one('placement-host-withdrawn', 'structure', {
      subjectKind: 'structure',
      subjectKey: data.host,
      dims: { kind: data.kind, reason: data.reason },
    }),
  ],
};
