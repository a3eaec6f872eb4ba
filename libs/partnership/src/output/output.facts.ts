import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, many, one } from '../facts';
import type { OutputAdvancedData, OutputDeliveredData, OutputRevisedData, OutputStage, OutputWithdrawnData } from './output.events';

interface Reached {
  readonly kind: string;
  readonly stage: OutputStage;
  readonly approvedBy?: string;
}

const reached = (streamId: string, { kind, stage, approvedBy }: Reached): FactDraft =>
  one('output-delivered', 'output', {
    subjectKind: 'structure',
    subjectKey: streamId,
    dims: { kind, stage, ...(approvedBy ? { approvedBy } : {}) },
  });

/**
 * `output-delivered` has a row for each stage that an output was recorded in, under one key: counted distinct over the stages that an indicator
 * accepts, an output counts once, and a draft not at all.
 */
export const outputFacts: FactMapping = {
  OutputDelivered: ({ streamId, data }: RecordedEvent<string, OutputDeliveredData>) => [
    reached(streamId, data),
    ...(data.copies ? [many('output-copies', 'document', data.copies, { dims: { kind: data.kind } })] : []),
  ],
  OutputAdvanced: ({ streamId, data }: RecordedEvent<string, OutputAdvancedData>) => [reached(streamId, data)],
  OutputRevised: ({ streamId, data: { kind, copies } }: RecordedEvent<string, OutputRevisedData>) => [
    one('output-revised', 'output', { subjectKind: 'structure', subjectKey: streamId, dims: { kind } }),
    ...(copies ? [many('output-copies', 'document', copies, { dims: { kind } })] : []),
  ],
  OutputWithdrawn: ({ streamId, data }: RecordedEvent<string, OutputWithdrawnData>) => [
    one('output-withdrawn', 'output', { subjectKind: 'structure', subjectKey: streamId, dims: { kind: data.kind, reason: data.reason } }),
  ],
};
