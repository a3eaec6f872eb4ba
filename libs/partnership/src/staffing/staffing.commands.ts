import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CommandBody, IsCount, IsDay, IsProfessionalRef } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { staffAction, type StaffingState } from './staffing.decider';
import { actionStaffed, STAFFING_ROLES, type StaffingRole } from './staffing.events';

class StaffActionBody extends CommandBody {
  /** Code of the plan, as its own commands say it: it names the stream. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,40}$/) plan: string;
  @IsInt() @Min(1) @Max(9999) action: number;
  @IsIn(STAFFING_ROLES) role: StaffingRole;
  @IsOptional() @IsProfessionalRef() employee?: string;
  @IsCount(1) fteHundredths: number;
  @IsDay() lastDay: string;
}

const command = defineCommand<StaffingState>();

export const staffingCommands: readonly CommandDefinition<any, StaffingState>[] = [
  command({
    name: 'staff-action',
    systems: ['SYS-55'],
    body: StaffActionBody,
    emits: [actionStaffed],
    target: ({ plan, action }) => natural(`${plan}.${action}`),
    decide: staffAction,
    refusals: ['staffing.ends-before-it-starts', 'staffing.overlaps'],
  }),
];
