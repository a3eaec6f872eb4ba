import { IsDay } from '@app/partnership';
import { ReportingPeriodBody } from '@app/partnership/reporting-period/reporting-period.commands';
import { RENDERED_LANGUAGES, type RenderedLanguage } from '@app/partnership/reporting-period/reporting-period.events';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';

/** What is frozen: a view of a subject over a period, from where it is looked at. What of it is not said is taken as of now. */
export class EditionBody extends ReportingPeriodBody {
  /** Business cut-off. Default: the day up to which is known. */
  @IsOptional() @IsDay() asOf?: string;
  /** What had been recorded by the end of that day. Default: everything. */
  @IsOptional() @IsDay() knownOn?: string;
  /** Of the files that go with it. Default: all in which the view is rendered. */
  @IsOptional() @IsArray() @ArrayMaxSize(3) @ArrayUnique() @IsIn(RENDERED_LANGUAGES, { each: true }) languages?: RenderedLanguage[];
}

/** For admission: the body of `POST /api/editions`. */
export const ASKED = { definition: { name: 'POST /api/editions', body: EditionBody } };
