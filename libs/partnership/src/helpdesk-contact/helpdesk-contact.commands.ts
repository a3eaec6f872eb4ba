import type { SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CommandBody, IsOrganisationRef, IsStreamOf, IsText } from '../command-body';
import { type Profession, PROFESSIONS } from '../vocabulary';
import { created, defineCommand, existing, type Target } from '../term';
import {
  answerContact,
  escalateContact,
  evaluateTool,
  type HelpdeskContactState,
  orientContact,
  registerContact,
} from './helpdesk-contact.decider';
import {
  type Channel,
  CHANNELS,
  COMPLEXITIES,
  type Complexity,
  type Escalation,
  ESCALATIONS,
  type Handling,
  HANDLINGS,
  helpdeskContactAnswered,
  helpdeskContactEscalated,
  helpdeskContactReceived,
  helpdeskOrientationGiven,
  helpdeskToolEvaluated,
  type Line,
  LINES,
  type Orientation,
  ORIENTATIONS,
  type Sector,
  SECTORS,
  SOURCES_USED,
  type SourceUsed,
  type Theme,
  THEMES,
  type Tool,
  TOOL_RESULTS,
  type ToolResult,
  TOOLS,
} from './helpdesk-contact.events';

export class RegisterContactBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('helpdesk-contact') contact?: string;
  @IsIn(CHANNELS) channel: Channel;
  @IsIn(LINES) line: Line;
  @IsOptional() @IsIn(PROFESSIONS) callerProfession?: Profession;
  @IsOptional() @IsIn(SECTORS) sector?: Sector;
  @IsOptional() @IsIn(THEMES) theme?: Theme;
  @IsOptional() @IsIn(COMPLEXITIES) complexity?: Complexity;
}

export class AnswerContactBody extends CommandBody {
  @IsStreamOf('helpdesk-contact') contact: string;
  @IsIn(HANDLINGS) handling: Handling;
  @IsOptional() @IsInt() @Min(1) @Max(1440) durationMinutes?: number;
  @IsOptional() @IsArray() @ArrayMaxSize(6) @ArrayUnique() @IsIn(SOURCES_USED, { each: true }) sourcesUsed?: SourceUsed[];
}

export class OrientContactBody extends CommandBody {
  @IsStreamOf('helpdesk-contact') contact: string;
  @IsIn(ORIENTATIONS) orientation: Orientation;
  @IsOptional() @IsOrganisationRef() service?: string;
}

export class EscalateContactBody extends CommandBody {
  @IsStreamOf('helpdesk-contact') contact: string;
  @IsIn(ESCALATIONS) escalatedTo: Escalation;
}

export class EvaluateHelpdeskToolBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('helpdesk-contact') contact?: string;
  @IsIn(TOOLS) tool: Tool;
  @IsIn(TOOL_RESULTS) result: ToolResult;
  @IsOptional() @IsText() finding?: SealedText;
}

const define = defineCommand<HelpdeskContactState>();
const ofRecordOrNew = ({ contact }: { readonly contact?: string }): Target => (contact === undefined ? created() : existing(contact));
const systems = ['SYS-13', 'SYS-14'];
const named = ({ contact }: { readonly contact: string }): Target => existing(contact);
const onContact = ['helpdesk-contact.not-received', 'helpdesk-contact.before-receipt'];

export const helpdeskContactCommands = [
  define({
    name: 'register-contact',
    systems,
    body: RegisterContactBody,
    emits: [helpdeskContactReceived],
    target: ofRecordOrNew,
    decide: registerContact,
    refusals: ['helpdesk-contact.already-recorded', 'helpdesk-contact.before-receipt'],
  }),
  define({
    name: 'answer-contact',
    systems,
    body: AnswerContactBody,
    emits: [helpdeskContactAnswered],
    target: named,
    decide: answerContact,
    refusals: [...onContact, 'helpdesk-contact.already-answered'],
  }),
  define({
    name: 'orient-contact',
    systems,
    body: OrientContactBody,
    emits: [helpdeskOrientationGiven],
    target: named,
    decide: orientContact,
    refusals: onContact,
  }),
  define({
    name: 'escalate-contact',
    systems,
    body: EscalateContactBody,
    emits: [helpdeskContactEscalated],
    target: named,
    decide: escalateContact,
    refusals: [...onContact, 'helpdesk-contact.already-escalated'],
  }),
  define({
    name: 'evaluate-helpdesk-tool',
    systems,
    body: EvaluateHelpdeskToolBody,
    emits: [helpdeskToolEvaluated],
    target: ofRecordOrNew,
    decide: evaluateTool,
    refusals: ['helpdesk-contact.already-recorded'],
  }),
];
