import type { Term } from '../term';
import { sessionCommands } from './session.commands';
import { sessionEvolution, type SessionState } from './session.decider';
import {
  attendanceRecorded,
  participantRegistered,
  registrationCancelled,
  registrationsCounted,
  sessionCancelled,
  sessionHeld,
  sessionPlanned,
  sessionRescheduled,
  viewsRecorded,
} from './session.events';
import { sessionFacts } from './session.facts';

export const sessionTerm: Term<SessionState> = {
  name: 'session',
  events: [
    sessionPlanned,
    sessionRescheduled,
    sessionCancelled,
    sessionHeld,
    participantRegistered,
    registrationCancelled,
    registrationsCounted,
    attendanceRecorded,
    viewsRecorded,
  ],
  evolution: sessionEvolution,
  commands: sessionCommands,
  facts: sessionFacts,
};
