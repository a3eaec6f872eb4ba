import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CommandBody, IsEventId, Nested } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { type ContradictionState, explainContradiction, reopenContradiction, resolveContradiction } from './contradiction.decider';
import {
  ACCEPTED_READINGS,
  type AcceptedReading,
  contradictionExplained,
  contradictionReopened,
  contradictionResolved,
  REOPENING_REASONS,
  type ReopeningReason,
} from './contradiction.events';

class ExplanationBody {
  @IsString() @MaxLength(2000) nl: string;
  @IsString() @MaxLength(2000) fr: string;
  @IsOptional() @IsString() @MaxLength(2000) en?: string;
}

class OfContradictionBody extends CommandBody {
  @Matches(/^[a-z][a-z-]{1,38}\.[0-9a-f]{24}$/) contradiction: string;
}

class SeenContradictionBody extends OfContradictionBody {
  @Matches(/^[0-9a-f]{24}$/) seen: string;
}

class ExplainContradictionBody extends SeenContradictionBody {
  @Nested(() => ExplanationBody) text: ExplanationBody;
}

class ResolveContradictionBody extends SeenContradictionBody {
  @IsOptional() @IsEventId() correction?: string;
  @IsOptional() @IsIn(ACCEPTED_READINGS) reading?: AcceptedReading;
}

class ReopenContradictionBody extends OfContradictionBody {
  @IsIn(REOPENING_REASONS) reason: ReopeningReason;
}

const command = defineCommand<ContradictionState>();
const systems = ['SYS-55'];
const ofContradiction = ({ contradiction }: { readonly contradiction: string }) => natural(contradiction);

export const contradictionCommands: readonly CommandDefinition<any, ContradictionState>[] = [
  command({
    name: 'explain-contradiction',
    systems,
    body: ExplainContradictionBody,
    emits: [contradictionExplained],
    target: ofContradiction,
    decide: explainContradiction,
    refusals: ['contradiction.already-resolved'],
  }),
  command({
    name: 'resolve-contradiction',
    systems,
    body: ResolveContradictionBody,
    emits: [contradictionResolved],
    target: ofContradiction,
    decide: resolveContradiction,
    refusals: ['contradiction.already-resolved', 'contradiction.correction-or-reading'],
  }),
  command({
    name: 'reopen-contradiction',
    systems,
    body: ReopenContradictionBody,
    emits: [contradictionReopened],
    target: ofContradiction,
    decide: reopenContradiction,
    refusals: ['contradiction.open-already'],
  }),
];
