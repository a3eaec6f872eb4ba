import { COUNT_KINDS, type CountKind, type SubjectKind } from '@app/decider';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { all, CommandBody, IsCode, IsDay, Nested, NestedList } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { CONDITION_OPS, DISTINCT_KEYS, type Measure, SUBJECT_KINDS, TERRITORY_ROLES } from './definition.events';
import { defineIndicator, type IndicatorState, retireIndicator, reviseIndicator } from './indicator.decider';
import { indicatorDefined, indicatorRetired, indicatorRevised, RETIREMENT_REASONS, type RetirementReason } from './indicator.events';
import { MEASURE_OPS } from './schema.decider';

/** The code of an indicator, which is also the name of its stream: kebab case, at most 64 characters. */
const IsIndicatorCode = (): PropertyDecorator => all(Matches(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), Length(1, 64));

const WORD = /^[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,79}$/;
const AreWords = (max: number): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(1), ArrayMaxSize(max), ArrayUnique(), Matches(WORD, { each: true }));

/** A scale goes from minus a thousand to a thousand at most. */
const IsScore = (): PropertyDecorator => all(IsInt(), Min(-1000), Max(1000));

/** Reviewed text in all three languages: the labels of an indicator stand on every page. */
export class IndicatorTextsBody {
  @IsString() @Length(1, 1000) nl: string;
  @IsString() @Length(1, 1000) fr: string;
  @IsString() @Length(1, 1000) en: string;
}

/** Numbers and yes or no are written as text, as in the query of a figure: `2`, `true`. */
export class IndicatorConditionBody {
  @IsCode() dim: string;
  @IsIn(CONDITION_OPS) op: (typeof CONDITION_OPS)[number];
  @IsOptional() @AreWords(100) value?: string[];
}

export class IndicatorWhereBody {
  @NestedList(() => IndicatorConditionBody, 20) all: IndicatorConditionBody[];
}

export class IndicatorSelectionBody {
  @AreWords(20) factType: string[];
  @IsIn(COUNT_KINDS) countKind: CountKind;
  @IsOptional() @Nested(() => IndicatorWhereBody) where?: IndicatorWhereBody;
  @IsOptional() @IsIn(DISTINCT_KEYS) key?: (typeof DISTINCT_KEYS)[number];
}

export class IndicatorPartBody {
  @IsIndicatorCode() indicator: string;
  @IsIn([1, -1]) sign: 1 | -1;
}

export class ScaleAnchorBody {
  @IsScore() value: number;
  @Nested(() => IndicatorTextsBody) label: IndicatorTextsBody;
}

export class IndicatorScaleBody {
  @IsScore() lo: number;
  @IsScore() hi: number;
  @NestedList(() => ScaleAnchorBody, 20) anchors: ScaleAnchorBody[];
}

/** Which members an `op` needs and takes is decided, by the same check as for the product's own set. */
export class IndicatorMeasureBody {
  @IsIn(MEASURE_OPS) op: Measure['op'];
  @IsOptional() @Nested(() => IndicatorSelectionBody) of?: IndicatorSelectionBody;
  @IsOptional() @Nested(() => IndicatorSelectionBody) num?: IndicatorSelectionBody;
  @IsOptional() @Nested(() => IndicatorSelectionBody) den?: IndicatorSelectionBody;
  @IsOptional() @IsIn(['start', 'end', 'cohort', 'flow']) anchor?: string;
  @IsOptional() @IsIn(['median', 'p90']) stat?: string;
  @IsOptional() @ArrayMinSize(1) @NestedList(() => IndicatorPartBody, 20) parts?: IndicatorPartBody[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(WORD, { each: true }) stages?: string[];
  @IsOptional() @Nested(() => IndicatorScaleBody) scale?: IndicatorScaleBody;
  @IsOptional() @IsIn(COUNT_KINDS) countKind?: CountKind;
}

export class IndicatorDimensionBody {
  @IsCode() name: string;
  @IsOptional() @IsBoolean() multi?: boolean;
}

export class EvaluationBulletBody {
  @Matches(/^[A-Z0-9-]{2,16}$/) ref: string;
  @IsInt() @Min(1) @Max(1_000_000) line: number;
  @IsInt() @Min(1) @Max(9999) block: number;
  @IsCode() objective: string;
  @IsOptional() @IsIn(['first', 'within']) number?: 'first' | 'within';
}

export class IndicatorScopeBody {
  @IsCode() plan: string;
  @IsInt() @Min(1) @Max(9999) action: number;
}

/** What one version says, in full. */
export class ReviseIndicatorBody extends CommandBody {
  @IsIndicatorCode() code: string;
  @IsDay() appliesFrom: string;
  @Nested(() => IndicatorTextsBody) labels: IndicatorTextsBody;
  @Nested(() => IndicatorTextsBody) meaning: IndicatorTextsBody;
  @IsCode() unit: string;
  @IsIn(SUBJECT_KINDS) subjectKind: SubjectKind;
  @IsOptional() @IsIn(TERRITORY_ROLES) territoryRole?: (typeof TERRITORY_ROLES)[number];
  @Nested(() => IndicatorMeasureBody) measure: Measure;
  @NestedList(() => IndicatorDimensionBody, 20) dimensions: IndicatorDimensionBody[];
  @IsOptional() @Nested(() => EvaluationBulletBody) source?: EvaluationBulletBody;
  @IsOptional() @Nested(() => IndicatorScopeBody) scope?: IndicatorScopeBody;
  @IsOptional() @IsIndicatorCode() sameAs?: string;
}

export class DefineIndicatorBody extends ReviseIndicatorBody {
  /** The version of the product's own set that this one takes over from; the record numbers on from there. */
  @IsOptional() @IsInt() @Min(1) @Max(999) follows?: number;
}

/** `occurred` is the first day on which it is asked no more. */
export class RetireIndicatorBody extends CommandBody {
  @IsIndicatorCode() code: string;
  @IsIn(RETIREMENT_REASONS) reason: RetirementReason;
  @IsOptional() @IsIndicatorCode() replacedBy?: string;
}

const command = defineCommand<IndicatorState>();
const systems = ['SYS-55'];
const UNSOUND = [
  'indicator.measure-does-not-fit',
  'indicator.condition-without-values',
  'indicator.stage-twice',
  'indicator.scale-does-not-fit',
  'indicator.part-of-itself',
  'indicator.same-as-itself',
];

export const indicatorCommands: readonly CommandDefinition<any, IndicatorState>[] = [
  command({
    name: 'define-indicator',
    systems,
    body: DefineIndicatorBody,
    emits: [indicatorDefined],
    target: ({ code }) => natural(code),
    decide: defineIndicator,
    refusals: ['indicator.already-defined', ...UNSOUND],
  }),
  command({
    name: 'revise-indicator',
    systems,
    body: ReviseIndicatorBody,
    emits: [indicatorRevised],
    target: ({ code }) => natural(code),
    decide: reviseIndicator,
    refusals: ['indicator.not-defined', 'indicator.retired', 'indicator.applies-before-the-last', ...UNSOUND],
  }),
  command({
    name: 'retire-indicator',
    systems,
    body: RetireIndicatorBody,
    emits: [indicatorRetired],
    target: ({ code }) => natural(code),
    decide: retireIndicator,
    refusals: ['indicator.not-defined', 'indicator.retired', 'indicator.replaced-by-itself'],
  }),
];
