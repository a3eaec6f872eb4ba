import type { Term } from '../term';
import { appointmentCommands } from './appointment.commands';
import { appointmentEvolution, type AppointmentState } from './appointment.decider';
import {
  coachingHeld,
  functionAppointed,
  functionEnded,
  intervisionHeld,
  participationFeeAgreed,
  participationPaid,
} from './appointment.events';
import { appointmentFacts } from './appointment.facts';

export const appointmentTerm: Term<AppointmentState> = {
  name: 'appointment',
  events: [functionAppointed, functionEnded, coachingHeld, intervisionHeld, participationPaid, participationFeeAgreed],
  evolution: appointmentEvolution,
  commands: appointmentCommands,
  facts: appointmentFacts,
};
