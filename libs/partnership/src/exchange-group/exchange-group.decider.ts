import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
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
  exchangeGroupRenamed,
  type ExchangeGroupRenamedData,
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

export interface RenameExchangeGroup {
  readonly name: GroupName;
}

export interface EndExchangeGroup {
  readonly reason: GroupEndReason;
  readonly remark?: SealedText;
}

export interface ExchangeGroupState {
  readonly created?: ExchangeGroupCreatedData;
  readonly meetings: readonly { readonly data: ExchangeGroupMeetingHeldData; readonly occurred: Occurred }[];
  readonly names: readonly Kept<ExchangeGroupRenamedData>[];
  readonly ended?: { readonly reason: GroupEndReason; readonly lastDay: string };
}

export const exchangeGroupEvolution: Evolution<ExchangeGroupState> = {
  initialState: { meetings: [], names: [] },
  evolve: (state, event) => {
    const { type, data, occurred } = event;
    switch (type) {
      case 'ExchangeGroupCreated':
        return { ...state, created: data };
      case 'ExchangeGroupMeetingHeld':
        return { ...state, meetings: [...state.meetings, { data, occurred }] };
      case 'ExchangeGroupRenamed':
        return { ...state, names: [...state.names, kept(event)] };
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

/** One name from a day on, until a later day gives another. */
export const renameExchangeGroup: Decide<RenameExchangeGroup, ExchangeGroupState> = ({ name }, { created, names, ended }, { occurred }) => {
  ensure(created !== undefined, 'exchange-group.not-created');
  const day = occurred.from;
  const until = names.filter((renaming) => renaming.occurred.from <= day).sort((a, b) => (a.occurred.from < b.occurred.from ? -1 : 1));
  const last = until.at(-1);
  if (sameData(last?.data.name ?? created.name, name)) return [];
  ensure(!ended || day <= ended.lastDay, 'exchange-group.ended', { lastDay: ended?.lastDay ?? '' }, '/occurred');
  ensure(last?.occurred.from !== day, 'exchange-group.already-renamed', { day }, '/name');
  return [happened(exchangeGroupRenamed, dataOf(exchangeGroupRenamed, { name }))];
};

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
