import 'reflect-metadata';
import { EXACTNESS, type Exactness, type Nature, type Precision, TERRITORY_LEVELS, type TerritoryLevel } from '@app/decider';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const EVENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A Brussels day, `YYYY-MM-DD`. That it exists in the calendar is checked by the write path. */
export const IsDay = (): PropertyDecorator => Matches(DAY);

/** A year, a quarter or a month: `2021`, `2021-Q1`, `2021-03`. No day: it may stand in the clear beside a care record. */
export const IsPeriod = (): PropertyDecorator => Matches(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/);

/** The id of a stream of this term, as a creating command answered it. */
export const IsStreamOf = (term: string): PropertyDecorator => Matches(new RegExp(`^${term}-[A-Za-z0-9_.-]{1,64}$`));

export const IsEventId = (options?: ValidationOptions): PropertyDecorator => Matches(EVENT_ID, options);

/** A code or reference with a pattern: never typed text. */
export const IsCode = (): PropertyDecorator => Matches(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/);

const TERRITORY_CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/;

/** The code of a territory. It goes into the names of streams and into addresses, so it has neither `/` nor `:`. */
export const IsTerritoryCode = (): PropertyDecorator => Matches(TERRITORY_CODE);

/** The same for each of a list. */
export const AreTerritoryCodes = (): PropertyDecorator => Matches(TERRITORY_CODE, { each: true });

/** An opaque id of a care person, issued by the person register; never a register number, never a name. */
export const IsPersonRef = (): PropertyDecorator => Matches(/^person-[A-Za-z0-9_-]{4,64}$/);

/** The stable random id of a professional, volunteer or member; the name stands in the vault. */
export const IsProfessionalRef = (): PropertyDecorator => Matches(/^pro-[A-Za-z0-9_-]{2,64}$/);

/** The stable id of an organisation or structure. */
export const IsOrganisationRef = (): PropertyDecorator => Matches(/^org-[A-Za-z0-9_-]{2,64}$/);

/** Applies several decorators as one. */
export const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };

/** Typed free text, sealed in the store. */
export const IsText = (max = 20_000): PropertyDecorator => all(IsString(), MaxLength(max));

/** An http or https address. A pattern, not `IsUrl`: a rule must be sayable in JSON Schema, or the schema would let in what the class refuses. */
export const IsWebAddress = (): PropertyDecorator => all(Matches(/^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?([/?#]\S*)?$/), MaxLength(2000));

/** A whole number from `min` (default 0). */
export const IsCount = (min = 0): PropertyDecorator => all(IsInt(), Min(min), Max(1_000_000_000));

/**
 * Nested, optional or not: pairs `ValidateNested` with `Type`, without which nested input goes through unchecked, and with `IsObject`, without which
 * class-validator lets a missing one and an empty list through.
 */
export const Nested = (type: () => new () => object): PropertyDecorator => all(IsObject(), ValidateNested(), Type(type));

/** The same for a list. */
export const NestedList = (type: () => new () => object, max = 200): PropertyDecorator =>
  all(IsArray(), ArrayMaxSize(max), IsObject({ each: true }), ValidateNested({ each: true }), Type(type));

export class OccurredBody {
  @IsDay() from: string;
  @IsOptional() @IsDay() to?: string;
  @IsOptional() @IsIn(['point', 'span', 'set']) nature?: Nature;
  @IsOptional() @IsArray() @ArrayMaxSize(62) @Matches(DAY, { each: true }) dates?: string[];
  @IsOptional() @IsIn(['day', 'month', 'quarter', 'season', 'year']) precision?: Precision;
  @IsOptional() @IsString() @MaxLength(120) raw?: string;
}

export class PlanRefBody {
  @IsCode() plan: string;
  @IsInt() @Min(1) @Max(9999) action: number;
}

export class TerritoryBody {
  @IsTerritoryCode() code: string;
  @IsIn(TERRITORY_LEVELS) level: TerritoryLevel;
  @IsCode() hierarchy: string;
}

export class SourceRefBody {
  @Matches(/^[A-Z0-9-]{2,16}$/) ref: string;
  @IsInt() @Min(0) locator: number;
  /** The value as the source prints it, at most a few words; never its sentences. */
  @IsOptional() @IsString() @MaxLength(200) raw?: string;
}

/** A counted or printed value; see `Quantity` of `@app/decider`. */
export class QuantityBody {
  @IsOptional() @IsCount() value?: number;
  @IsOptional() @IsCount() lo?: number;
  @IsOptional() @IsCount() hi?: number;
  @IsIn(EXACTNESS) exactness: Exactness;
}

/** A text of the record in the languages of the field, reviewed: it may stand in the clear. */
export class TitleBody {
  @IsString() @MaxLength(400) nl: string;
  @IsString() @MaxLength(400) fr: string;
  @IsOptional() @IsString() @MaxLength(400) en?: string;
}

export const CORRECTION_REASONS = [
  'typing-error',
  'wrong-date',
  'wrong-count',
  'wrong-record',
  'late-information',
  'duplicate',
  'other',
] as const;

/** What every command may say beside its own fields. Every body class extends it. */
export class CommandBody {
  /** When it happened; a missing `to` is `from`, a missing precision is `day`. Commands that need no date take the day of recording. */
  @IsOptional() @Nested(() => OccurredBody) occurred?: OccurredBody;
  @IsOptional() @NestedList(() => PlanRefBody, 20) planRefs?: PlanRefBody[];
  @IsOptional() @Nested(() => TerritoryBody) territory?: TerritoryBody;
  @IsOptional() @Matches(/^team-[A-Za-z0-9_-]{1,64}$/) team?: string;
  @IsOptional() @IsOrganisationRef() onBehalfOf?: string;
  @IsOptional() @IsIn(['nl', 'fr', 'en', 'both', 'other']) language?: string;
  @IsOptional() @Nested(() => SourceRefBody) sourceRef?: SourceRefBody;
  /** This record takes the place of that one: the command is decided as if the earlier event had not been. */
  @IsOptional() @IsEventId() corrects?: string;
  @IsOptional() @IsIn(CORRECTION_REASONS) correctionReason?: (typeof CORRECTION_REASONS)[number];
}
