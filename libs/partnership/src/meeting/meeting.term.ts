import type { Term } from '../term';
import { meetingCommands } from './meeting.commands';
import { meetingEvolution, type MeetingState } from './meeting.decider';
import { decisionTaken, meetingCancelled, meetingConvened, meetingHeld, meetingRescheduled, onePagePublished } from './meeting.events';
import { meetingFacts } from './meeting.facts';

export const meetingTerm: Term<MeetingState> = {
  name: 'meeting',
  events: [meetingConvened, meetingRescheduled, meetingCancelled, meetingHeld, decisionTaken, onePagePublished],
  evolution: meetingEvolution,
  commands: meetingCommands,
  facts: meetingFacts,
};
