import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsProfessionalRef } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { type EmploymentState, hireEmployee, holdAppraisal, recordDeparture, recordStaffTraining } from './employment.decider';
import {
  appraisalHeld,
  DEPARTURE_REASONS,
  type DepartureReason,
  employeeHired,
  employeeLeft,
  ROLE_FAMILIES,
  type RoleFamily,
  STAFF_TRAINING_THEMES,
  type StaffTrainingTheme,
  trainingFollowed,
  WORK_LANGUAGES,
  type WorkLanguage,
} from './employment.events';

class HireEmployeeBody extends CommandBody {
  @IsProfessionalRef() employee: string;
  @IsIn(ROLE_FAMILIES) roleFamily: RoleFamily;
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(4) @IsIn(WORK_LANGUAGES, { each: true }) workLanguages?: WorkLanguage[];
  @IsOptional() @IsInt() @Min(1) @Max(100) fteHundredths?: number;
}

class RecordDepartureBody extends CommandBody {
  @IsProfessionalRef() employee: string;
  @IsIn(DEPARTURE_REASONS) reason: DepartureReason;
}

class HoldAppraisalBody extends CommandBody {
  @IsProfessionalRef() employee: string;
}

class RecordStaffTrainingBody extends CommandBody {
  @IsProfessionalRef() employee: string;
  @IsIn(STAFF_TRAINING_THEMES) theme: StaffTrainingTheme;
  @IsOptional() @IsCount(1) days?: number;
  @IsOptional() @IsOrganisationRef() provider?: string;
}

const command = defineCommand<EmploymentState>();
/** One stream per employee, found by the employee's own id. */
const ofEmployee = ({ employee }: { readonly employee: string }) => natural(employee);
/** Staff that passes on to a successor is part of an absorption, too. */
const coming = ['SYS-55', 'SYS-72'];
const working = ['SYS-55'];

export const employmentCommands: readonly CommandDefinition<any, EmploymentState>[] = [
  command({
    name: 'hire-employee',
    systems: coming,
    body: HireEmployeeBody,
    emits: [employeeHired],
    target: ofEmployee,
    decide: hireEmployee,
    refusals: ['employment.leaves-before-hired', 'employment.already-employed'],
  }),
  command({
    name: 'record-departure',
    systems: coming,
    body: RecordDepartureBody,
    emits: [employeeLeft],
    target: ofEmployee,
    decide: recordDeparture,
    refusals: ['employment.not-employed', 'employment.leaves-before-hired', 'employment.already-employed'],
  }),
  command({
    name: 'hold-appraisal',
    systems: working,
    body: HoldAppraisalBody,
    emits: [appraisalHeld],
    target: ofEmployee,
    decide: holdAppraisal,
    refusals: ['employment.not-employed'],
  }),
  command({
    name: 'record-staff-training',
    systems: working,
    body: RecordStaffTrainingBody,
    emits: [trainingFollowed],
    target: ofEmployee,
    decide: recordStaffTraining,
    refusals: ['employment.not-employed', 'employment.training-recorded'],
  }),
];
