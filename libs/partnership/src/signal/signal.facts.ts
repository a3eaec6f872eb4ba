import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, one } from '../facts';
import {
  signalAcknowledged,
  type SignalAcknowledgedData,
  signalActedUpon,
  type SignalActedUponData,
  signalClosedWithoutAction,
  type SignalClosedWithoutActionData,
  signalPassedOn,
  type SignalPassedOnData,
  signalPickedUp,
  type SignalPickedUpData,
  signalQualified,
  type SignalQualifiedData,
  signalReceived,
  type SignalReceivedData,
} from './signal.events';

const step = (type: string, streamId: string, dims: FactDraft['dims']): FactDraft =>
  one(type, 'signal', { subjectKind: 'none', subjectKey: streamId, groupKey: streamId, dims });

/**
 * One row for each step of a signal, all under its own key: counted distinct they are signals, also for each authority; summed, what was passed on is
 * passings, one for each authority.
 */
export const signalFacts: FactMapping = {
  [signalPickedUp.type]: ({ streamId, data: { theme, occasion } }: RecordedEvent<string, SignalPickedUpData>) => [
    step('signal-picked-up', streamId, { theme, occasion }),
  ],
  [signalReceived.type]: ({ streamId, data: { theme, sender } }: RecordedEvent<string, SignalReceivedData>) => [
    step('signal-received', streamId, { theme, sender }),
  ],
  // The last qualification takes the place of the one before.
  [signalQualified.type]: ({ streamId, data: { theme, severity } }: RecordedEvent<string, SignalQualifiedData>) => [
    { close: ['signal-qualified'] },
    step('signal-qualified', streamId, { theme, severity }),
  ],
  [signalPassedOn.type]: ({ streamId, data: { authority, channel } }: RecordedEvent<string, SignalPassedOnData>) => [
    step('signal-passed-on', streamId, { authority, channel }),
  ],
  [signalAcknowledged.type]: ({ streamId, data: { authority } }: RecordedEvent<string, SignalAcknowledgedData>) => [
    step('signal-acknowledged', streamId, { authority }),
  ],
  [signalActedUpon.type]: ({ streamId, data: { authority, evidence } }: RecordedEvent<string, SignalActedUponData>) => [
    step('signal-acted-upon', streamId, { authority, evidence }),
  ],
  [signalClosedWithoutAction.type]: ({ streamId, data: { reason } }: RecordedEvent<string, SignalClosedWithoutActionData>) => [
    step('signal-closed-without-action', streamId, { reason }),
  ],
};
