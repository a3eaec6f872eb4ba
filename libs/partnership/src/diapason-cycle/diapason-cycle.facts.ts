import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, many, one } from '../facts';
import { attendanceFacts } from '../gathering';
import {
  diapasonAgreementTested,
  type DiapasonAgreementTestedData,
  diapasonCycleClosed,
  type DiapasonCycleClosedData,
  diapasonCycleEvaluated,
  type DiapasonCycleEvaluatedData,
  diapasonCycleOpened,
  type DiapasonCycleOpenedData,
  diapasonGuideDelivered,
  diapasonMeetingHeld,
  type DiapasonMeetingHeldData,
} from './diapason-cycle.events';

const structuresOf = (structures: readonly string[] | undefined, groupKey: string): readonly FactDraft[] =>
  (structures ?? []).map((subjectKey) => one('diapason-structure', 'structure', { subjectKind: 'structure', subjectKey, groupKey }));

/** Meetings and the evaluation count as meetings of the cycle, told apart by `moment`. */
const gathered = (
  data: DiapasonMeetingHeldData | DiapasonCycleEvaluatedData,
  moment: string,
  occurrenceKey: string,
  groupKey: string,
): readonly FactDraft[] => {
  const gathering = { occurrenceKey, groupKey, dims: { moment, ...(data.mode ? { mode: data.mode } : {}) } };
  const dims: Record<string, string | boolean> = { ...gathering.dims };
  if ('patientTrainer' in data && data.patientTrainer !== undefined) dims['patientTrainer'] = data.patientTrainer;
  return [
    one('diapason-meeting', 'meeting', { ...gathering, subjectKind: 'professional', dims }),
    ...attendanceFacts('diapason-attendances', data, gathering),
    ...structuresOf(data.structures, groupKey),
  ];
};

export const diapasonCycleFacts: FactMapping = {
  [diapasonCycleOpened.type]: ({ streamId, data }: RecordedEvent<string, DiapasonCycleOpenedData>) => [
    one('diapason-cycle', 'cycle', { subjectKind: 'none', subjectKey: streamId, groupKey: streamId }),
    ...structuresOf(data.structures, streamId),
  ],
  [diapasonMeetingHeld.type]: ({ streamId, occurred: { from, to }, data }: RecordedEvent<string, DiapasonMeetingHeldData>) =>
    gathered(data, 'concertation', `${streamId}/${data.number ?? `${from}/${to}`}`, streamId),
  [diapasonAgreementTested.type]: ({ streamId, data }: RecordedEvent<string, DiapasonAgreementTestedData>) => [
    one('diapason-test', 'cycle', { subjectKind: 'none', groupKey: streamId }),
    ...(data.answers ? [many('diapason-test-answers', 'answer', data.answers, { subjectKind: 'professional', groupKey: streamId })] : []),
    ...structuresOf(data.structures, streamId),
  ],
  [diapasonCycleEvaluated.type]: ({ streamId, data }: RecordedEvent<string, DiapasonCycleEvaluatedData>) =>
    gathered(data, 'evaluation', `${streamId}/evaluation`, streamId),
  [diapasonGuideDelivered.type]: ({ streamId }) => [one('diapason-guide', 'output', { subjectKind: 'none', groupKey: streamId })],
  [diapasonCycleClosed.type]: ({ streamId, occurred, data: { reason } }: RecordedEvent<string, DiapasonCycleClosedData>) => [
    { change: ['diapason-cycle'], validTo: occurred.to },
    one('diapason-cycle-closed', 'cycle', { subjectKind: 'none', subjectKey: streamId, groupKey: streamId, dims: { reason } }),
  ],
};
