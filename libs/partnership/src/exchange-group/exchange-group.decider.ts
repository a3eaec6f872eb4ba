import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Occurred,
  type Quantity,
  sameData,
  type SealedText,
} from '@app/decider';
import {
  exchangeGroupCreated,
  type ExchangeGroupCreatedData,
  exchangeGroupEnded,
  exchangeGroupMeetingHeld,
  type ExchangeGroupMeetingHeldData,
  type GroupEndReason,
  type GroupName,
} from './exchange-group.events';

export interface CreateExchangeGroup {
  readonly name: GroupName;
  readonly parent?: string;
  readonly territoryLabel?: string;
}

export interface HoldExchangeGroupMeeting {
  readonly attendees?: readonly string[];
  readonly heads?: Quantity;
  readonly remark?: SealedText;
}

export interface EndExchangeGroup {
  readonly reason: GroupEndReason;
  readonly remark?: SealedText;
}

export interface ExchangeGroupState {
  readonly created?: ExchangeGroupCreatedData;
  readonly meetings: readonly { readonly data: ExchangeGroupMeetingHeldData; readonly occurred: Occurred }[];
  readonly ended?: { readonly reason: GroupEndReason; readonly lastDay: string };
}

export const exchangeGroupEvolution: Evolution<ExchangeGroupState> = {
  initialState: { meetings: [] },
  evolve: (state, { type, data, occurred }) => {
    switch (type) {
      case 'ExchangeGroupCreated':
        return { ...state, created: data };
      case 'ExchangeGroupMeetingHeld':
        return { ...state, meetings: [...state.meetings, { data, occurred }] };
      case 'ExchangeGroupEnded':
        return { ...state, ended: { reason: data.reason, lastDay: data.lastDay } };
      default:
        return state;
    }
  },
};

export const createExchangeGroup: Decide<CreateExchangeGroup, ExchangeGroupState> = (command, { created }, { streamId }) => {
  const data = dataOf(exchangeGroupCreated, command);
  if (sameData(created, data)) return [];
  ensure(!created, 'exchange-group.already-created');
  ensure(data.parent !== streamId, 'exchange-group.own-parent', {}, '/parent');
  return [happened(exchangeGroupCreated, data)];
};

/** A group meets once on a date: another record of that date is the same meeting, or a contradiction. */
export const holdExchangeGroupMeeting: Decide<HoldExchangeGroupMeeting, ExchangeGroupState> = (command, state, { occurred, newId }) => {
  const { created, ended, meetings } = state;
  ensure(created !== undefined, 'exchange-group.not-created');
  ensure(!ended || occurred.from <= ended.lastDay, 'exchange-group.ended', { lastDay: ended?.lastDay ?? '' }, '/occurred');
  const data = dataOf(exchangeGroupMeetingHeld, { ...command, meeting: newId(0), parent: created.parent });
  const same = meetings.find((meeting) => sameData(dateOf(meeting.occurred), dateOf(occurred)));
  if (!same) return [happened(exchangeGroupMeetingHeld, data)];
  ensure(sameData(same.data, { ...data, meeting: same.data.meeting, remark: undefined }), 'exchange-group.meeting-already-held');
  return [];
};

/** How a source prints a date makes no other meeting of it. */
const dateOf = ({ from, to, dates }: Occurred) => ({ from, to, dates });

export const endExchangeGroup: Decide<EndExchangeGroup, ExchangeGroupState> = (
  { reason, remark },
  { created, ended, meetings },
  { occurred },
) => {
  ensure(created !== undefined, 'exchange-group.not-created');
  const lastDay = occurred.to;
  if (sameData(ended, { reason, lastDay })) return [];
  ensure(!ended, 'exchange-group.ended', { lastDay: ended?.lastDay ?? '' });
  const later = meetings.find((meeting) => meeting.occurred.from > lastDay);
  ensure(!later, 'exchange-group.met-later', { day: later?.occurred.from ?? '' }, '/occurred');
  return [happened(exchangeGroupEnded, dataOf(exchangeGroupEnded, { reason, lastDay, remark }))];
};
