import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  noticeModerated,
  type NoticeModeratedData,
  noticePosted,
  type NoticePostedData,
  noticeWithdrawn,
  type NoticeWithdrawnData,
} from './notice.events';

export type PostNotice = NoticePostedData;
export type ModerateNotice = NoticeModeratedData;
export type WithdrawNotice = NoticeWithdrawnData;

export interface NoticeState {
  readonly posted?: Kept<NoticePostedData>;
  readonly moderations: readonly Kept<NoticeModeratedData>[];
  readonly withdrawn?: Kept<NoticeWithdrawnData>;
}

export const noticeEvolution: Evolution<NoticeState> = {
  initialState: { moderations: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case noticePosted.type:
        return { ...state, posted: kept(event) };
      case noticeModerated.type:
        return { ...state, moderations: [...state.moderations, kept(event)] };
      case noticeWithdrawn.type:
        return { ...state, withdrawn: kept(event) };
      default:
        return state;
    }
  },
};

export const postNotice: Decide<PostNotice, NoticeState> = (command, state, { occurred }) => {
  const data = dataOf(noticePosted, command);
  if (repeats(state.posted, data, occurred)) return [];
  ensure(state.posted === undefined, 'notice.already-posted');
  ensure(
    [...state.moderations, ...(state.withdrawn ? [state.withdrawn] : [])].every((step) => step.occurred.to >= occurred.from),
    'notice.before-posting',
    {},
    '/occurred',
  );
  return [happened(noticePosted, data)];
};

function ensureOnBoard({ posted, withdrawn }: NoticeState, { from, to }: Occurred): void {
  ensure(posted !== undefined, 'notice.not-posted');
  ensure(to >= posted.occurred.from, 'notice.before-posting', {}, '/occurred');
  ensure(withdrawn === undefined || from <= withdrawn.occurred.to, 'notice.withdrawn');
}

/** A notice that was returned to its partner is moderated anew; an approval or a rejection stands. */
export const moderateNotice: Decide<ModerateNotice, NoticeState> = (command, state, { occurred }) => {
  const data = dataOf(noticeModerated, command);
  if (state.moderations.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensureOnBoard(state, occurred);
  ensure(
    state.moderations.every((earlier) => earlier.data.verdict === 'returned'),
    'notice.already-moderated',
  );
  return [happened(noticeModerated, data)];
};

export const withdrawNotice: Decide<WithdrawNotice, NoticeState> = (command, state, { occurred }) => {
  const data = dataOf(noticeWithdrawn, command);
  if (repeats(state.withdrawn, data, occurred)) return [];
  ensureOnBoard(state, occurred);
  ensure(state.withdrawn === undefined, 'notice.withdrawn');
  return [happened(noticeWithdrawn, data)];
};
