import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { all, CommandBody, IsCode, IsStreamOf, IsWebAddress, Nested, QuantityBody, TitleBody } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { AUTHORITIES, type Authority } from '../vocabulary';
import { advanceOutput, deliverOutput, type OutputState, reviseOutput, withdrawOutput } from './output.decider';
import {
  OUTPUT_KINDS,
  OUTPUT_LANGUAGES,
  OUTPUT_STAGES,
  OUTPUT_WITHDRAWAL_REASONS,
  outputAdvanced,
  outputDelivered,
  type OutputKind,
  type OutputLanguage,
  outputRevised,
  type OutputStage,
  outputWithdrawn,
  type OutputWithdrawalReason,
} from './output.events';

const SYSTEMS = [
  'SYS-08',
  'SYS-09',
  'SYS-10',
  'SYS-12',
  'SYS-25',
  'SYS-41',
  'SYS-42',
  'SYS-43',
  'SYS-45',
  'SYS-55',
  'SYS-64',
  'SYS-67',
] as const;
const IsOutput = (): PropertyDecorator => IsStreamOf('output');
const AreLanguages = (): PropertyDecorator => all(IsArray(), ArrayMinSize(1), ArrayUnique(), IsIn(OUTPUT_LANGUAGES, { each: true }));

export class DeliverOutputBody extends CommandBody {
  /** Only to correct the delivery of an output; without it a new one. */
  @IsOptional() @IsOutput() output?: string;
  @IsIn(OUTPUT_KINDS) kind: OutputKind;
  @IsIn(OUTPUT_STAGES) stage: OutputStage;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsWebAddress() url?: string;
  @IsOptional() @AreLanguages() languages?: OutputLanguage[];
  @IsOptional() @Nested(() => QuantityBody) copies?: QuantityBody;
  @IsOptional() @IsCode() code?: string;
  @IsOptional() @IsIn(AUTHORITIES) approvedBy?: Authority;
}

export class AdvanceOutputBody extends CommandBody {
  @IsOutput() output: string;
  @IsIn(OUTPUT_STAGES) stage: OutputStage;
  @IsOptional() @IsWebAddress() url?: string;
  @IsOptional() @IsIn(AUTHORITIES) approvedBy?: Authority;
}

/** `occurred` is the day from which it is up to date. */
export class ReviseOutputBody extends CommandBody {
  @IsOutput() output: string;
  @IsOptional() @IsWebAddress() url?: string;
  @IsOptional() @AreLanguages() languages?: OutputLanguage[];
  @IsOptional() @Nested(() => QuantityBody) copies?: QuantityBody;
}

export class WithdrawOutputBody extends CommandBody {
  @IsOutput() output: string;
  @IsIn(OUTPUT_WITHDRAWAL_REASONS) reason: OutputWithdrawalReason;
}

const named = ({ output }: { output: string }) => existing(output);
const define = defineCommand<OutputState>();

export const outputCommands = [
  define({
    name: 'deliver-output',
    systems: SYSTEMS,
    body: DeliverOutputBody,
    emits: [outputDelivered],
    target: ({ output }) => (output === undefined ? created() : existing(output)),
    decide: deliverOutput,
    refusals: ['output.already-delivered', 'output.not-approved'],
  }),
  define({
    name: 'advance-output',
    systems: SYSTEMS,
    body: AdvanceOutputBody,
    emits: [outputAdvanced],
    target: named,
    decide: advanceOutput,
    refusals: ['output.not-delivered', 'output.already-withdrawn', 'output.not-further', 'output.not-approved'],
  }),
  define({
    name: 'revise-output',
    systems: SYSTEMS,
    body: ReviseOutputBody,
    emits: [outputRevised],
    target: named,
    decide: reviseOutput,
    refusals: [
      'output.not-delivered',
      'output.already-revised',
      'output.already-withdrawn',
      'output.still-a-draft',
      'output.revised-before-delivery',
    ],
  }),
  define({
    name: 'withdraw-output',
    systems: SYSTEMS,
    body: WithdrawOutputBody,
    emits: [outputWithdrawn],
    target: named,
    decide: withdrawOutput,
    refusals: ['output.not-delivered', 'output.already-withdrawn'],
  }),
];
