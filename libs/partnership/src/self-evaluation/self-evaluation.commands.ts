import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { all, CommandBody, EVENT_ID, IsDay, IsProfessionalRef, Nested, NestedList } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import {
  closeSelfEvaluation,
  openSelfEvaluation,
  reopenSelfEvaluation,
  scoreAim,
  type SelfEvaluationState,
} from './self-evaluation.decider';
import {
  type Aim,
  AIMS,
  aimScored,
  type EvaluationKey,
  REOPENING_REASONS,
  type ReopeningReason,
  SCORER_ROLES,
  type ScorerRole,
  selfEvaluationClosed,
  selfEvaluationOpened,
  selfEvaluationReopened,
} from './self-evaluation.events';

/** The longest scale that a person can tell the steps of. */
const HIGHEST = 10;

const IsStep = (): PropertyDecorator => all(IsInt(), Min(0), Max(HIGHEST));

const AreMatches = (pattern: RegExp): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(1), ArrayMaxSize(50), ArrayUnique(), Matches(pattern, { each: true }));

/** Reviewed text of some length, in both languages of the field. */
export class EvaluationTextBody {
  @IsString() @Length(1, 4000) nl: string;
  @IsString() @Length(1, 4000) fr: string;
  @IsOptional() @IsString() @Length(1, 4000) en?: string;
}

export class AnchorBody {
  @IsStep() step: number;
  @Nested(() => EvaluationTextBody) label: EvaluationTextBody;
}

export class ScaleBody {
  @IsStep() min: number;
  @IsStep() max: number;
  @NestedList(() => AnchorBody, HIGHEST + 1) anchors: AnchorBody[];
}

export class EvaluatedPeriodBody {
  @IsDay() from: string;
  @IsDay() to: string;
}

export class SelfEvaluationBody extends CommandBody {
  @IsInt() @Min(2000) @Max(2100) year: number;
  /** Code of a care zone; without it the whole Region. */
  @IsOptional() @Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/) zone?: string;
}

class OpenSelfEvaluationBody extends SelfEvaluationBody {
  @Nested(() => EvaluatedPeriodBody) period: EvaluatedPeriodBody;
  @Nested(() => ScaleBody) scale: ScaleBody;
  @Nested(() => EvaluationTextBody) caveat: EvaluationTextBody;
}

class ScoreAimBody extends SelfEvaluationBody {
  @IsIn(AIMS) aim: Aim;
  @IsStep() score: number;
  @IsProfessionalRef() scorer: string;
  @IsIn(SCORER_ROLES) role: ScorerRole;
  @Nested(() => EvaluationTextBody) rationale: EvaluationTextBody;
  @IsOptional() @Nested(() => EvaluationTextBody) implementation?: EvaluationTextBody;
  @IsOptional() @AreMatches(EVENT_ID) events?: string[];
  /** Ids of figures, as their answers say them. */
  @IsOptional() @AreMatches(/^[A-Za-z0-9_-]{20,2000}$/) figures?: string[];
}

class ReopenSelfEvaluationBody extends SelfEvaluationBody {
  @IsIn(REOPENING_REASONS) reason: ReopeningReason;
}

const ofYear = ({ year, zone }: EvaluationKey) => natural(zone === undefined ? String(year) : `${year}.${zone}`);

const command = <Body extends SelfEvaluationBody>(definition: Omit<CommandDefinition<Body, SelfEvaluationState>, 'systems' | 'target'>) =>
  defineCommand<SelfEvaluationState>()({ ...definition, systems: ['SYS-55'], target: ofYear });

export const selfEvaluationCommands: readonly CommandDefinition<any, SelfEvaluationState>[] = [
  command({
    name: 'open-self-evaluation',
    body: OpenSelfEvaluationBody,
    emits: [selfEvaluationOpened],
    decide: openSelfEvaluation,
    refusals: [
      'self-evaluation.already-opened',
      'self-evaluation.period-backwards',
      'self-evaluation.scale-incomplete',
      'self-evaluation.scale-fixed',
    ],
  }),
  command({
    name: 'score-aim',
    body: ScoreAimBody,
    emits: [aimScored],
    decide: scoreAim,
    refusals: ['self-evaluation.not-opened', 'self-evaluation.closed', 'self-evaluation.outside-scale', 'self-evaluation.without-evidence'],
  }),
  command({
    name: 'close-self-evaluation',
    body: SelfEvaluationBody,
    emits: [selfEvaluationClosed],
    decide: closeSelfEvaluation,
    refusals: ['self-evaluation.not-opened', 'self-evaluation.closed'],
  }),
  command({
    name: 'reopen-self-evaluation',
    body: ReopenSelfEvaluationBody,
    emits: [selfEvaluationReopened],
    decide: reopenSelfEvaluation,
    refusals: ['self-evaluation.not-opened', 'self-evaluation.not-closed'],
  }),
];
