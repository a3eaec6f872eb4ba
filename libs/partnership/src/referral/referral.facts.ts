import type { RecordedEvent } from '@app/decider';
import { exactly } from '@app/decider';
import { type FactDraft, type FactMapping, many, one } from '../facts';
import {
  feedbackGiven,
  type FeedbackGivenData,
  helpQuestionResolved,
  referralAccepted,
  referralDeclined,
  type ReferralDeclinedData,
  referralMade,
  type ReferralMadeData,
  satisfactionGiven,
  type SatisfactionGivenData,
  type Way,
} from './referral.events';

const dimsOf = ({ route, theme }: Way) => ({ route, theme });
const step = (type: string, { streamId, data }: RecordedEvent<string, Way>, dims: FactDraft['dims'] = {}): FactDraft =>
  one(type, 'referral', { subjectKind: 'care', groupKey: streamId, dims: { ...dimsOf(data), ...dims } });

/** A referral is the group of its answer, its feedback and its resolution. Someone without a file is one unnamed head. */
export const referralFacts: FactMapping = {
  [referralMade.type]: ({ streamId, subjects: [subjectKey], data }: RecordedEvent<string, ReferralMadeData>) => [
    one('referral-made', 'referral', {
      subjectKind: 'care',
      ...(subjectKey ? { subjectKey } : {}),
      occurrenceKey: streamId,
      groupKey: streamId,
      dims: { ...dimsOf(data), anonymous: subjectKey === undefined },
    }),
  ],
  [referralAccepted.type]: (event) => [step('referral-accepted', event)],
  [referralDeclined.type]: (event: RecordedEvent<string, ReferralDeclinedData>) => [
    step('referral-declined', event, { reason: event.data.reason }),
  ],
  [feedbackGiven.type]: ({ streamId, data }: RecordedEvent<string, FeedbackGivenData>) => [
    one('feedback-given', 'answer', { subjectKind: 'care', groupKey: streamId, dims: { ...dimsOf(data), outcome: data.outcome } }),
  ],
  [helpQuestionResolved.type]: (event) => [step('help-question-resolved', event)],
  // The value is the score itself: an indicator takes its mean.
  [satisfactionGiven.type]: ({ streamId, data }: RecordedEvent<string, SatisfactionGivenData>) => [
    many('satisfaction-given', 'score', exactly(data.score), {
      subjectKind: 'care',
      groupKey: streamId,
      dims: { ...dimsOf(data), by: data.by },
    }),
  ],
};
