import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CommandBody, IsCode, IsDay, Nested, NestedList } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { approveSection, draftReport, issueReport, reopenReport, type ReportState, writeSection } from './report.decider';
import {
  NUMBER_FORMATS,
  type NumberFormat,
  REOPENING_REASONS,
  RENDERING_FORMATS,
  type RenderingFormat,
  type ReopeningReason,
  REPORT_TEMPLATES,
  reportDrafted,
  reportIssued,
  type ReportRef,
  reportReopened,
  type ReportTemplate,
  sectionApproved,
  sectionWritten,
  TEXT_LANGUAGES,
  type TextLanguage,
} from './report.events';

/** An id of a figure: base64url of a query, which begins with its indicator. */
const IsFigureId = (): PropertyDecorator => Matches(/^eyJpbmRpY2F0b3IiOi[A-Za-z0-9_-]{20,1900}$/);

class ReportBody extends CommandBody {
  @IsIn(REPORT_TEMPLATES) template: ReportTemplate;
  @IsInt() @Min(1990) @Max(2100) year: number;
}

class ReportPeriodBody {
  @IsDay() from: string;
  @IsDay() to: string;
}

class DraftReportBody extends ReportBody {
  @Nested(() => ReportPeriodBody) period: ReportPeriodBody;
  @IsOptional() @IsCode() plan?: string;
}

class SectionBody extends ReportBody {
  @Matches(/^[a-z0-9][a-z0-9.-]{0,39}$/) section: string;
  @IsIn(TEXT_LANGUAGES) textLanguage: TextLanguage;
}

class BoundNumberBody {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/) token: string;
  @IsFigureId() figure: string;
  @IsIn(NUMBER_FORMATS) format: NumberFormat;
  @IsOptional() @IsFigureId() other?: string;
}

/** Reviewed text: paragraphs are parted by an empty line, items of a list begin with `- `. */
class WriteSectionBody extends SectionBody {
  @IsString() @Matches(/\S/) @MaxLength(20_000) text: string;
  @IsOptional() @NestedList(() => BoundNumberBody, 100) numbers?: BoundNumberBody[];
}

class IssuedFileBody {
  @IsIn(TEXT_LANGUAGES) textLanguage: TextLanguage;
  @IsIn(RENDERING_FORMATS) format: RenderingFormat;
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
}

class IssueReportBody extends ReportBody {
  @IsOptional() @ArrayMaxSize(12) @NestedList(() => IssuedFileBody, 12) renderings?: IssuedFileBody[];
}

class ReopenReportBody extends ReportBody {
  @IsIn(REOPENING_REASONS) reason: ReopeningReason;
}

const command = defineCommand<ReportState>();
const systems = ['SYS-55'];
const ofReport = ({ template, year }: ReportRef) => natural(`${template}-${year}`);
const OPEN = ['report.not-drafted', 'report.issued'];

export const reportCommands: readonly CommandDefinition<any, ReportState>[] = [
  command({
    name: 'draft-report',
    systems,
    body: DraftReportBody,
    emits: [reportDrafted],
    target: ofReport,
    decide: draftReport,
    refusals: ['report.already-drafted', 'report.period-ends-before-it-begins'],
  }),
  command({
    name: 'write-section',
    systems,
    body: WriteSectionBody,
    emits: [sectionWritten],
    target: ofReport,
    decide: writeSection,
    refusals: [
      ...OPEN,
      'report.unknown-section',
      'report.unknown-token',
      'report.token-bound-twice',
      'report.unused-number',
      'report.nothing-to-compare',
      'report.typed-number',
    ],
  }),
  command({
    name: 'approve-section',
    systems,
    body: SectionBody,
    emits: [sectionApproved],
    target: ofReport,
    decide: approveSection,
    refusals: [...OPEN, 'report.not-written'],
  }),
  command({
    name: 'issue-report',
    systems,
    body: IssueReportBody,
    emits: [reportIssued],
    target: ofReport,
    decide: issueReport,
    refusals: [...OPEN, 'report.language-missing', 'report.not-approved'],
  }),
  command({
    name: 'reopen-report',
    systems,
    body: ReopenReportBody,
    emits: [reportReopened],
    target: ofReport,
    decide: reopenReport,
    refusals: ['report.not-issued'],
  }),
];
