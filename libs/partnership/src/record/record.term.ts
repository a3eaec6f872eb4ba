import type { Term } from '../term';
import { recordCommands } from './record.commands';
import { recordEvolution, type RecordState } from './record.decider';
import { duplicateMarked, recordWithdrawn } from './record.events';
import { recordFacts } from './record.facts';

export const recordTerm: Term<RecordState> = {
  name: 'record',
  events: [recordWithdrawn, duplicateMarked],
  evolution: recordEvolution,
  commands: recordCommands,
  facts: recordFacts,
  raw: true,
};
