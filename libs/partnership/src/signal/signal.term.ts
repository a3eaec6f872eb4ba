import type { Term } from '../term';
import { signalCommands } from './signal.commands';
import { signalEvolution, type SignalState } from './signal.decider';
import {
  signalAcknowledged,
  signalActedUpon,
  signalClosedWithoutAction,
  signalPassedOn,
  signalPickedUp,
  signalQualified,
  signalReceived,
} from './signal.events';
import { signalFacts } from './signal.facts';

export const signalTerm: Term<SignalState> = {
  name: 'signal',
  events: [signalPickedUp, signalReceived, signalQualified, signalPassedOn, signalAcknowledged, signalActedUpon, signalClosedWithoutAction],
  evolution: signalEvolution,
  commands: signalCommands,
  facts: signalFacts,
};
