import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsStreamOf, Nested, TitleBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { type MilestoneState, recordMilestone } from './milestone.decider';
import { MILESTONE_KINDS, type MilestoneKind, milestoneReached } from './milestone.events';

class RecordMilestoneBody extends CommandBody {
  /** Only to correct a milestone; without it a new one. */
  @IsOptional() @IsStreamOf('milestone') milestone?: string;
  @IsIn(MILESTONE_KINDS) kind: MilestoneKind;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) organisations?: string[];
}

export const milestoneCommands: readonly CommandDefinition<any, MilestoneState>[] = [
  defineCommand<MilestoneState>()({
    name: 'record-milestone',
    systems: ['SYS-55', 'SYS-72'],
    body: RecordMilestoneBody,
    emits: [milestoneReached],
    target: ({ milestone }) => (milestone === undefined ? created() : existing(milestone)),
    decide: recordMilestone,
    refusals: ['milestone.already-recorded'],
  }),
];
