import { exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, noFacts, one } from '../facts';
import { attendanceFacts, eachDate } from '../gathering';
import type { MeetingConvenedData, MeetingHeldData, MeetingRescheduledData, OnePagePublishedData } from './meeting.events';

/**
 * `meeting-held` counts each date of a set; `meeting-attendances` counts heads over all of them. `meeting-attendances-by-category` says the same heads
 * by what they stand for, and is never added to it. `meeting-convened` is a plan and counts nothing as held.
 */
export const meetingFacts: FactMapping = {
  MeetingConvened: ({ data }: RecordedEvent<string, MeetingConvenedData>) => [
    one('meeting-convened', 'meeting', { dims: { kind: data.kind, body: data.body } }),
  ],
  MeetingRescheduled: ({ data }: RecordedEvent<string, MeetingRescheduledData>) => [
    { close: ['meeting-convened'] },
    one('meeting-convened', 'meeting', { dims: { kind: data.kind, body: data.body } }),
  ],
  MeetingCancelled: noFacts,
  MeetingHeld: ({ streamId, occurred, data }: RecordedEvent<string, MeetingHeldData>) => {
    const { body, kind, mode, heads, attendees, categories = [] } = data;
    const dims = { kind, body, mode };
    return [
      ...eachDate(occurred).map((date) => one('meeting-held', 'meeting', { occurred: date, occurrenceKey: streamId, dims })),
      ...attendanceFacts('meeting-attendances', { heads, present: attendees }, { occurrenceKey: streamId, dims }),
      ...categories.map(({ category, count }) =>
        many('meeting-attendances-by-category', 'attendance', exactly(count), {
          subjectKind: 'professional',
          occurrenceKey: streamId,
          dims: { ...dims, category },
        }),
      ),
    ];
  },
  DecisionTaken: () => [one('decision', 'decision')],
  OnePagePublished: ({ data }: RecordedEvent<string, OnePagePublishedData>) => [
    one('one-page', 'publication', { dims: { languages: data.languages.length } }),
  ],
};
