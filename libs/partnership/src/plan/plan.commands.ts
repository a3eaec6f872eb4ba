import type { CountKind } from '@app/decider';
import { COUNT_KINDS } from '@app/decider';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  all,
  CommandBody,
  IsCode,
  IsTerritoryCode,
  IsCount,
  IsDay,
  IsOrganisationRef,
  IsProfessionalRef,
  Nested,
  NestedList,
  PlanRefBody,
  TitleBody,
} from '../command-body';
import { defineCommand, natural } from '../term';
import {
  ACTION_REASONS,
  actionDefined,
  type ActionReason,
  actionReplaced,
  actionReworded,
  actionsMerged,
  actionSplit,
  actionTakenOver,
  type Comparator,
  COMPARATORS,
  type Contribution,
  CONTRIBUTIONS,
  OBJECTIVE_LEVELS,
  objectiveDefined,
  type ObjectiveLevel,
  partnerCommittedToAction,
  planAdopted,
  type Quantifier,
  QUANTIFIERS,
  REVISION_REASONS,
  type RevisionReason,
  type Rhythm,
  RHYTHMS,
  targetRevised,
  targetSet,
  zoneObjectiveSet,
} from './plan.events';
import { mergeActions, replaceAction, splitAction, takeOverAction } from './restructure.decider';
import type { PlanState } from './state.decider';
import { adoptPlan, commitPartner, defineAction, defineObjective, rewordAction, setZoneObjective } from './structure.decider';
import { reviseTarget, setTarget } from './targets.decider';

const SYSTEMS = ['SYS-55'];
const OF_ZONES = [...SYSTEMS, 'SYS-68'];

export const IsActionNumber = (): PropertyDecorator => all(IsInt(), Min(1), Max(9999));

const IsActionList = (): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(1), ArrayMaxSize(50), IsInt({ each: true }), Min(1, { each: true }), Max(9999, { each: true }));

export class PlanBody extends CommandBody {
  /** Code of the plan, for example `2021`: it names the stream. */
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,40}$/) plan: string;
}

export class ActionBody extends PlanBody {
  @IsActionNumber() action: number;
}

export class PlanPeriodBody {
  @IsDay() from: string;
  @IsDay() to: string;
}

class AdoptPlanBody extends PlanBody {
  @Nested(() => TitleBody) title: TitleBody;
  @Nested(() => PlanPeriodBody) period: PlanPeriodBody;
  @IsOptional() @IsCode() adoptedBy?: string;
  @IsOptional() @IsCode() document?: string;
  @IsOptional() @IsTerritoryCode() zone?: string;
}

class DefineObjectiveBody extends PlanBody {
  @IsIn(OBJECTIVE_LEVELS) level: ObjectiveLevel;
  @IsCode() code: string;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsCode() parent?: string;
}

class ObjectiveRefBody {
  @IsCode() plan: string;
  @IsCode() objective: string;
}

class SetZoneObjectiveBody extends PlanBody {
  @IsCode() code: string;
  @IsTerritoryCode() zone: string;
  @Nested(() => TitleBody) title: TitleBody;
  @Nested(() => TitleBody) diagnosis: TitleBody;
  @IsOptional() @Nested(() => ObjectiveRefBody) regional?: ObjectiveRefBody;
}

class DefineActionBody extends ActionBody {
  @IsCode() objective: string;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsProfessionalRef() referent?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) partners?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(50) @Matches(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/, { each: true }) territories?: string[];
  /** The actions of earlier plans that it goes on from. */
  @IsOptional() @NestedList(() => PlanRefBody, 20) continues?: PlanRefBody[];
}

class TargetPerBody {
  @IsCode() dimension: string;
  @IsIn(QUANTIFIERS) quantifier: Quantifier;
}

class TargetFilterBody {
  @IsCode() dim: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(80, { each: true }) value: string[];
}

class SetTargetBody extends ActionBody {
  @IsCode() target: string;
  @IsCode() indicator: string;
  @IsIn(COMPARATORS) comparator: Comparator;
  @IsOptional() @IsCount() lo?: number;
  @IsOptional() @IsCount() hi?: number;
  @IsIn(COUNT_KINDS) kind: CountKind;
  @Nested(() => PlanPeriodBody) period: PlanPeriodBody;
  @IsOptional() @Nested(() => TargetPerBody) per?: TargetPerBody;
  @IsOptional() @IsIn(RHYTHMS) rhythm?: Rhythm;
  @IsOptional() @IsCode() stage?: string;
  /** The value as the plan prints it: a few words, never a sentence. */
  @IsString() @MaxLength(120) comparatorPrinted: string;
  @Nested(() => TitleBody) label: TitleBody;
  @IsOptional() @NestedList(() => TargetFilterBody, 20) where?: TargetFilterBody[];
}

class ReviseTargetBody extends SetTargetBody {
  @IsIn(REVISION_REASONS) reason: RevisionReason;
}

class RewordActionBody extends ActionBody {
  @Nested(() => TitleBody) title: TitleBody;
  @IsIn(REVISION_REASONS) reason: RevisionReason;
}

class TargetMoveBody {
  @IsCode() target: string;
  @IsActionNumber() action: number;
}

class SplitActionBody extends ActionBody {
  @IsActionList() into: number[];
  @IsOptional() @NestedList(() => TargetMoveBody) mapping?: TargetMoveBody[];
  @IsIn(REVISION_REASONS) reason: RevisionReason;
}

class MergeActionsBody extends PlanBody {
  @IsActionList() actions: number[];
  @IsActionNumber() into: number;
  @IsOptional() @NestedList(() => TargetMoveBody) mapping?: TargetMoveBody[];
  @IsIn(REVISION_REASONS) reason: RevisionReason;
}

class ReplaceActionBody extends ActionBody {
  @IsOptional() @IsActionNumber() by?: number;
  @IsOptional() @Nested(() => TitleBody) form?: TitleBody;
  @IsIn(ACTION_REASONS) reason: ActionReason;
}

class TakeOverActionBody extends ActionBody {
  @Nested(() => TitleBody) by: TitleBody;
  @IsOptional() @IsOrganisationRef() organisation?: string;
  @IsIn(ACTION_REASONS) reason: ActionReason;
}

class CommitPartnerBody extends ActionBody {
  @IsOrganisationRef() partner: string;
  @IsIn(CONTRIBUTIONS) contribution: Contribution;
}

export const inPlan = ({ plan }: PlanBody) => natural(plan);

export const planCommands = [
  defineCommand<PlanState>()({
    name: 'adopt-plan',
    systems: OF_ZONES,
    body: AdoptPlanBody,
    emits: [planAdopted],
    target: inPlan,
    decide: adoptPlan,
    refusals: ['plan.already-adopted', 'plan.period-backwards'],
  }),
  defineCommand<PlanState>()({
    name: 'define-objective',
    systems: SYSTEMS,
    body: DefineObjectiveBody,
    emits: [objectiveDefined],
    target: inPlan,
    decide: defineObjective,
    refusals: ['plan.not-adopted', 'plan.objective-exists', 'plan.unknown-objective'],
  }),
  defineCommand<PlanState>()({
    name: 'set-zone-objective',
    systems: OF_ZONES,
    body: SetZoneObjectiveBody,
    emits: [zoneObjectiveSet],
    target: inPlan,
    decide: setZoneObjective,
    refusals: ['plan.not-adopted', 'plan.objective-exists', 'plan.of-another-zone', 'plan.unknown-objective'],
  }),
  defineCommand<PlanState>()({
    name: 'define-action',
    systems: OF_ZONES,
    body: DefineActionBody,
    emits: [actionDefined],
    target: inPlan,
    decide: defineAction,
    refusals: ['plan.not-adopted', 'plan.action-exists', 'plan.unknown-objective', 'plan.continues-itself'],
  }),
  defineCommand<PlanState>()({
    name: 'set-target',
    systems: SYSTEMS,
    body: SetTargetBody,
    emits: [targetSet],
    target: inPlan,
    decide: setTarget,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.target-exists', 'plan.comparator-does-not-fit', 'plan.period-backwards'],
  }),
  defineCommand<PlanState>()({
    name: 'revise-target',
    systems: SYSTEMS,
    body: ReviseTargetBody,
    emits: [targetRevised],
    target: inPlan,
    decide: reviseTarget,
    refusals: [
      'plan.not-adopted',
      'plan.unknown-action',
      'plan.unknown-target',
      'plan.target-of-another-action',
      'plan.comparator-does-not-fit',
      'plan.period-backwards',
    ],
  }),
  defineCommand<PlanState>()({
    name: 'reword-action',
    systems: SYSTEMS,
    body: RewordActionBody,
    emits: [actionReworded],
    target: inPlan,
    decide: rewordAction,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.action-ended'],
  }),
  defineCommand<PlanState>()({
    name: 'split-action',
    systems: SYSTEMS,
    body: SplitActionBody,
    emits: [actionSplit],
    target: inPlan,
    decide: splitAction,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.action-ended', 'plan.split-needs-two-others', 'plan.mapping-does-not-fit'],
  }),
  defineCommand<PlanState>()({
    name: 'merge-actions',
    systems: SYSTEMS,
    body: MergeActionsBody,
    emits: [actionsMerged],
    target: inPlan,
    decide: mergeActions,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.action-ended', 'plan.merge-needs-two', 'plan.mapping-does-not-fit'],
  }),
  defineCommand<PlanState>()({
    name: 'replace-action',
    systems: SYSTEMS,
    body: ReplaceActionBody,
    emits: [actionReplaced],
    target: inPlan,
    decide: replaceAction,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.already-replaced', 'plan.replaced-by-one-thing', 'plan.replaces-itself'],
  }),
  defineCommand<PlanState>()({
    name: 'take-over-action',
    systems: SYSTEMS,
    body: TakeOverActionBody,
    emits: [actionTakenOver],
    target: inPlan,
    decide: takeOverAction,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.already-taken-over'],
  }),
  defineCommand<PlanState>()({
    name: 'commit-partner',
    systems: [...SYSTEMS, 'SYS-57'],
    body: CommitPartnerBody,
    emits: [partnerCommittedToAction],
    target: inPlan,
    decide: commitPartner,
    refusals: ['plan.not-adopted', 'plan.unknown-action', 'plan.action-ended'],
  }),
];
