import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCode, IsCount, IsDay, IsEventId, IsPeriod, Nested, NestedList, TitleBody } from '../command-body';
import { type CommandDefinition, defineCommand, natural, type Target } from '../term';
import { freezePeriod, openPeriod, reopenPeriod, type ReportingPeriodState } from './reporting-period.decider';
import {
  EDITION_VIEWS,
  type EditionKind,
  HIERARCHY_MODES,
  type HierarchyMode,
  periodFrozen,
  periodOpened,
  periodReopened,
  RENDERED_LANGUAGES,
  type RenderedLanguage,
  type ReopeningReason,
  type ReportingPeriod,
} from './reporting-period.events';

/** Long enough for the id of a stream of a short-named term, short enough for a stream id of its own. */
const SUBJECT = /^[A-Za-z0-9][A-Za-z0-9_-]{0,37}$/;
const SHA256 = /^[0-9a-f]{64}$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,80}$/;
const MOST = 2_000;

export class ReportingPeriodBody extends CommandBody implements ReportingPeriod {
  @IsIn(EDITION_VIEWS) view: EditionKind;
  @Matches(SUBJECT) subject: string;
  @IsPeriod() period: string;
}

class DefinitionUsedBody {
  @IsCode() code: string;
  @IsCount(1) version: number;
}

class RenderingBody {
  @IsIn(RENDERED_LANGUAGES) language: RenderedLanguage;
  @Matches(MEDIA_TYPE) mediaType: string;
  @Matches(SHA256) sha256: string;
}

class FreezePeriodBody extends ReportingPeriodBody {
  @IsDay() asOf: string;
  @IsDay() knownOn: string;
  @IsEventId() through: string;
  @IsIn(HIERARCHY_MODES) hierarchy: HierarchyMode;
  @NestedList(() => DefinitionUsedBody, MOST) definitions: DefinitionUsedBody[];
  @IsArray() @ArrayMaxSize(MOST) @ArrayUnique() @IsEventId({ each: true }) targets: string[];
  @IsOptional() @Nested(() => DefinitionUsedBody) template?: DefinitionUsedBody;
  @Matches(SHA256) sha256: string;
  @NestedList(() => RenderingBody, 20) renderings: RenderingBody[];
}

class ReopenPeriodBody extends ReportingPeriodBody {
  @Nested(() => TitleBody) reason: ReopeningReason;
}

/** No subject holds a dot, so that two periods never share a stream. */
const target = ({ view, subject, period }: ReportingPeriod): Target => natural(`${view}.${subject}.${period}`);

const command = defineCommand<ReportingPeriodState>();
const systems = ['SYS-55'];

export const reportingPeriodCommands: readonly CommandDefinition<any, ReportingPeriodState>[] = [
  command({
    name: 'open-period',
    systems,
    body: ReportingPeriodBody,
    emits: [periodOpened],
    target,
    decide: openPeriod,
    refusals: ['reporting-period.frozen'],
  }),
  command({
    name: 'freeze-period',
    systems,
    body: FreezePeriodBody,
    emits: [periodFrozen],
    target,
    decide: freezePeriod,
    refusals: ['reporting-period.not-opened', 'reporting-period.frozen', 'reporting-period.rendered-twice'],
  }),
  command({
    name: 'reopen-period',
    systems,
    body: ReopenPeriodBody,
    emits: [periodReopened],
    target,
    decide: reopenPeriod,
    refusals: ['reporting-period.not-frozen'],
  }),
];
