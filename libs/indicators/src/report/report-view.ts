import { sameData } from '@app/decider';
import type { Language } from '@app/labels';
import { isIssued, type ReportState } from '@app/partnership/report/report.decider';
import type { ReportTemplate } from '@app/partnership/report/report.events';
import type { Database } from 'better-sqlite3';
import type { PlanView } from '../plan-view';
import { objectiveChart, sheetCode, sheetOf, sheetTitle } from './action-sheets';
import { autoBlocks } from './auto-blocks';
import { type Line, type Moved, type ReportModel, type ReportSection, type SectionWriting, text } from './model';
import type { DraftedReport } from './report.answer';
import { type ReportAsked, ReportSources } from './sources';
import { type TemplateSection, templates } from './templates';
import { actionNumber } from './plan-blocks';
import { nameSpan, Wording } from './wording';
import type { Writing } from './writing';
import { writtenSection } from './written';

export type { DraftedReport } from './report.answer';

interface Made {
  readonly section: ReportSection;
  readonly moved: readonly Moved[];
}

const given = (writing: SectionWriting | undefined): Pick<ReportSection, 'writing'> => (writing === undefined ? {} : { writing });

/** Writes the sections of one report, in the order of its template. */
class ReportWriter {
  constructor(
    private readonly writing: Writing,
    private readonly report: ReportState,
  ) {}

  sections(all: readonly TemplateSection[], level: 1 | 2 = 1): readonly Made[] {
    return all.flatMap((section) => [
      this.section(section, level),
      ...this.sections(section.sections ?? [], 2),
      ...(section.auto.some((auto) => 'block' in auto && auto.block === 'action-sheets') ? this.sheets() : []),
    ]);
  }

  private section({ code, number, title, guided, auto }: TemplateSection, level: 1 | 2): Made {
    const { wording } = this.writing;
    const written = guided ? this.written(code) : undefined;
    const all = auto.flatMap((entry) => autoBlocks(this.writing, entry));
    // Two entries may lack the same thing: that there is no plan is said once.
    const made = all.filter((block, n) => !sameData(block, all[n - 1]));
    return {
      section: {
        code,
        ...(number === undefined ? {} : { number }),
        title: [text(wording.titleIn(title))],
        level,
        state: written?.state ?? 'automatic',
        blocks: [...(written?.blocks ?? []), ...made],
        ...given(written?.writing),
      },
      moved: written?.moved ?? [],
    };
  }

  private written(code: string) {
    const { sources, wording } = this.writing;
    return writtenSection({ sources, wording, report: this.report }, code);
  }

  /** A section for each objective that has actions, with its chart, and one for each action below it. */
  private sheets(): readonly Made[] {
    const view = this.writing.plan === undefined ? undefined : this.writing.sources.plan(this.writing.plan);
    if (!view) return [];
    return view.objectives.flatMap((objective) => {
      const actions = view.actions.filter((action) => action.objective === objective.code);
      if (actions.length === 0) return [];
      return [this.objective(view, objective), ...actions.map((action) => this.sheet(view, action))];
    });
  }

  private objective(view: PlanView, { code, title }: PlanView['objectives'][number]): Made {
    const named = nameSpan(this.writing.wording.titleIn(title), `plan/${view.plan}/objective/${code}`);
    const blocks = objectiveChart(this.writing, view, code);
    return { section: { code: `objective-${code}`, number: code, title: [named], level: 1, state: 'automatic', blocks }, moved: [] };
  }

  private sheet(view: PlanView, action: PlanView['actions'][number]): Made {
    const { wording } = this.writing;
    const written = this.written(sheetCode(action.number));
    const title: Line = [
      ...wording.sentence('report-text.sheet.heading', { action: actionNumber(view.plan, action.number) }),
      ...sheetTitle(wording, view.plan, action),
    ];
    const blocks = [...sheetOf(this.writing, view, action), ...written.blocks];
    return {
      section: { code: sheetCode(action.number), title, level: 2, state: written.state, blocks, ...given(written.writing) },
      moved: written.moved,
    };
  }
}

function aboutOf({ wording, sources, period }: Writing, report: ReportState): readonly Line[] {
  const day = (of: string) => text(wording.day(of));
  const issued = report.issues.at(-1)?.occurred.from;
  const state =
    isIssued(report) && issued !== undefined
      ? wording.sentence('report-text.about.issued', { day: day(issued) })
      : wording.sentence(report.drafted ? 'report-text.about.draft' : 'report-text.about.not-drafted');
  return [
    wording.sentence('report-text.about.period', { from: day(period.from), to: day(period.to) }),
    wording.sentence('report-text.about.as-of', { asOf: day(sources.asOf), knownOn: day(sources.known.day) }),
    state,
    wording.sentence('report-text.about.numbers'),
  ];
}

const stateOf = (report: ReportState): ReportModel['state'] => (isIssued(report) ? 'issued' : report.drafted ? 'draft' : 'not-drafted');

export interface WantedReport {
  readonly template: ReportTemplate;
  readonly year: number;
  readonly language: Language;
}

/**
 * The report of a year by a template, in one language, as of A and as known at K: what can be counted is written by itself, what somebody wrote is put in, and
 * where nobody did it says so. A report that nobody drafted reads alike.
 */
export const reportView = (facts: Database, wanted: WantedReport, asked: ReportAsked): ReportModel =>
  reportFrom(new ReportSources(facts, asked), wanted);

/** The same, from sources that other reports are made from as well. */
export function reportFrom(sources: ReportSources, { template: code, year, language }: WantedReport): ReportModel {
  const template = templates[code];
  const wording = new Wording(language);
  const report = sources.report(code, year);
  const period = report.drafted?.data.period ?? { from: `${year}-01-01`, to: `${year}-12-31` };
  const plan = report.drafted?.data.plan ?? sources.planOf(period);
  const writing: Writing = { sources, wording, period, ...(plan === undefined ? {} : { plan }) };
  const made = new ReportWriter(writing, report).sections(template.sections);
  const { through, day } = sources.known;
  return {
    template: code,
    templateVersion: template.version,
    year,
    language,
    title: `${wording.titleIn(template.labels)} ${year}`,
    period,
    asOf: sources.asOf,
    knownOn: day,
    ...(through === undefined ? {} : { through }),
    ...(plan === undefined ? {} : { plan }),
    state: stateOf(report),
    about: aboutOf(writing, report),
    sections: made.map(({ section }) => section),
    moved: made.flatMap(({ moved }) => moved),
    words: {
      contents: wording.label('report-text.words.contents'),
      skip: wording.label('report-text.words.skip'),
      page: wording.label('report-text.words.page'),
      of: wording.label('report-text.words.of'),
    },
  };
}

/** The reports that were drafted, as known at K. */
export function reportsOf(facts: Database, asked: ReportAsked): readonly DraftedReport[] {
  return new ReportSources(facts, asked).reports().flatMap((report) => {
    if (!report.drafted) return [];
    return [{ ...report.drafted.data, state: stateOf(report), sectionsWritten: report.texts.size }];
  });
}
