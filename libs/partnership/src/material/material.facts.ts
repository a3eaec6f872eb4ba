import type { RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { MaterialDistributedData, MaterialOrderDeclinedData, MaterialOrderedData, MaterialUsedData } from './material.events';

/** An order counts once as a request, and its pieces apart: what was asked, what was handed out, how often it was used. */
export const materialFacts: FactMapping = {
  MaterialOrdered: ({ streamId, data }: RecordedEvent<string, MaterialOrderedData>) => {
    const { kind, item, recipientKind, quantity } = data;
    const of = { groupKey: streamId, dims: { kind, item, recipientKind } };
    return [one('material-ordered', 'request', of), many('material-items-ordered', 'item', quantity, of)];
  },
  MaterialOrderDeclined: ({ streamId, data: { kind, item, reason } }: RecordedEvent<string, MaterialOrderDeclinedData>) => [
    one('material-order-declined', 'request', { groupKey: streamId, dims: { kind, item, reason } }),
  ],
  MaterialDistributed: ({ streamId, data }: RecordedEvent<string, MaterialDistributedData>) => {
    const { kind, item, recipientKind, channel, quantity } = data;
    return [many('material-items-distributed', 'item', quantity, { groupKey: streamId, dims: { kind, item, recipientKind, channel } })];
  },
  MaterialUsed: ({ streamId, data: { kind, item, recipientKind, times } }: RecordedEvent<string, MaterialUsedData>) => [
    many('material-used', 'use', times, { groupKey: streamId, dims: { kind, item, recipientKind } }),
  ],
};
