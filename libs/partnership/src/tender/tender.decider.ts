import { dataOf, type Decide, ensure, type Evolution, happened, type Kept, kept, type RecordedEvent, repeats } from '@app/decider';
import {
  tenderAwarded,
  type TenderAwardedData,
  tenderNotAwarded,
  type TenderNotAwardedData,
  type TenderObject,
  tenderPublished,
  type TenderPublishedData,
} from './tender.events';

export type PublishTender = TenderPublishedData;
export type AwardTender = Omit<TenderAwardedData, 'object'> & { readonly object?: TenderObject };
export type EndTenderWithoutAward = Pick<TenderNotAwardedData, 'reason'>;

export interface TenderState {
  readonly published?: Kept<TenderPublishedData>;
  readonly awarded?: Kept<TenderAwardedData>;
  readonly notAwarded?: Kept<TenderNotAwardedData>;
}

export const tenderEvolution: Evolution<TenderState> = {
  initialState: {},
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case tenderPublished.type:
        return { ...state, published: kept(event) };
      case tenderAwarded.type:
        return { ...state, awarded: kept(event) };
      case tenderNotAwarded.type:
        return { ...state, notAwarded: kept(event) };
      default:
        return state;
    }
  },
};

export const publishTender: Decide<PublishTender, TenderState> = (command, state, { occurred }) => {
  const data = dataOf(tenderPublished, command);
  if (repeats(state.published, data, occurred)) return [];
  ensure(state.published === undefined, 'tender.already-published');
  const end = state.awarded ?? state.notAwarded;
  ensure(end === undefined || occurred.from <= end.occurred.to, 'tender.ends-before-publication', {}, '/occurred');
  return [happened(tenderPublished, data)];
};

/** After a publication, or without one: small orders are placed directly. */
export const awardTender: Decide<AwardTender, TenderState> = (command, state, { occurred }) => {
  const object = command.object ?? state.published?.data.object;
  ensure(object !== undefined, 'tender.not-described', {}, '/object');
  const data = dataOf(tenderAwarded, { ...command, object });
  if (repeats(state.awarded, data, occurred)) return [];
  ensure(state.awarded === undefined, 'tender.already-awarded');
  ensure(state.notAwarded === undefined, 'tender.ended-without-award');
  ensure(state.published === undefined || state.published.occurred.from <= occurred.to, 'tender.ends-before-publication', {}, '/occurred');
  ensure(data.lastDay === undefined || data.lastDay >= occurred.from, 'tender.lasts-no-day', {}, '/lastDay');
  return [happened(tenderAwarded, data)];
};

export const endTenderWithoutAward: Decide<EndTenderWithoutAward, TenderState> = ({ reason }, state, { occurred }) => {
  ensure(state.published !== undefined, 'tender.not-published');
  const data = { object: state.published.data.object, reason };
  if (repeats(state.notAwarded, data, occurred)) return [];
  ensure(state.notAwarded === undefined, 'tender.ended-without-award');
  ensure(state.awarded === undefined, 'tender.already-awarded');
  ensure(state.published.occurred.from <= occurred.to, 'tender.ends-before-publication', {}, '/occurred');
  return [happened(tenderNotAwarded, data)];
};
