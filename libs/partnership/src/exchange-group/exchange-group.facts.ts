import type { RecordedEvent } from '@app/decider';
import { type FactMapping, noFacts, one } from '../facts';
import { attendanceFacts, eachDate } from '../gathering';
import type { ExchangeGroupMeetingHeldData } from './exchange-group.events';

export const exchangeGroupFacts: FactMapping = {
  // A source names groups without saying when they began: groups are not counted over time.
  ExchangeGroupCreated: noFacts,
  ExchangeGroupEnded: noFacts,
  ExchangeGroupMeetingHeld: ({ streamId, data, occurred }: RecordedEvent<string, ExchangeGroupMeetingHeldData>) => {
    const dims = { group: data.parent ?? streamId, ...(data.parent ? { subgroup: streamId } : {}) };
    const gathering = { occurrenceKey: `${streamId}/${data.meeting}`, dims };
    return [
      ...eachDate(occurred).map((date) => one('exchange-meeting-held', 'session', { ...gathering, occurred: date })),
      ...attendanceFacts('exchange-attendances', { present: data.attendees, heads: data.heads }, gathering),
    ];
  },
};
