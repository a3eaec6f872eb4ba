import type { Evolution, RecordedEvent } from '@app/decider';
import { bodyTerm } from '@app/partnership/body/body.term';
import { milestoneTerm } from '@app/partnership/milestone/milestone.term';
import { outputTerm } from '@app/partnership/output/output.term';
import { projectTerm } from '@app/partnership/project/project.term';
import type { MilestoneReachedData } from '@app/partnership/milestone/milestone.events';
import { reportTerm } from '@app/partnership/report/report.term';
import type { ReportState } from '@app/partnership/report/report.decider';
import type { Database } from 'better-sqlite3';
import type { Condition, IndicatorDefinition } from '../definition';
import { definitionsFor } from '../definitions-at';
import { figureIdOf, parsePeriod } from '../figure-query';
import type { Figure } from '../figure';
import { definitionOf, evaluate, resolve } from '../figures';
import { type Known, knownAt } from '../known';
import { type Standing, standing } from '../moved';
import { plansAt, planView, type PlanView } from '../plan-view';
import { remembered } from '../remembered';
import { type SaidEvent, saidEvents } from '../said-events';
import type { EvidenceOptions } from '../self-evaluation/evidence';
import { selfEvaluationView, type SelfEvaluationView } from '../self-evaluation/self-evaluation-view';

/** From where and when a report is read. */
export interface ReportAsked extends EvidenceOptions {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly through?: string;
}

/** A thing of the record with its id. */
export interface Thing<State> {
  readonly id: string;
  readonly state: State;
}

type Said = RecordedEvent & SaidEvent;

/**
 * All that a report is made from, at one K and A: figures, the plan, and what was said of terms that it lists. What was asked once is not asked again, so
 * that the report in another language takes little.
 */
export class ReportSources {
  readonly known: Known;
  readonly asOf: string;
  readonly #definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly #plans = new Map<string, PlanView | undefined>();
  readonly #figures = new Map<string, Figure>();
  readonly #standings = new Map<string, Standing>();

  constructor(
    private readonly facts: Database,
    private readonly asked: ReportAsked,
  ) {
    this.known = knownAt(facts, asked, asked);
    this.asOf = asked.asOf ?? this.known.day;
    this.#definitions = definitionsFor(facts, this.known, asked.definitions).latest;
  }

  definition(indicator: string): IndicatorDefinition {
    return definitionOf(this.#definitions, indicator);
  }

  figure(indicator: string, period: string | { readonly from: string; readonly to: string }, where: readonly Condition[] = []): Figure {
    const definition = this.definition(indicator);
    const days = typeof period === 'string' ? parsePeriod(period) : period;
    const query = resolve(this.facts, { indicator, asOf: this.asOf, where }, definition, days, this.known);
    return remembered(
      this.#figures,
      figureIdOf(query),
      () => evaluate(this.facts, this.known, query, definition, this.#definitions).figure,
    );
  }

  /** Every figure that was asked for, in the order of the first asking. */
  figures(): readonly Figure[] {
    return [...this.#figures.values()];
  }

  /** The plans that were looked into. */
  plans(): readonly PlanView[] {
    return [...this.#plans.values()].filter((plan) => plan !== undefined);
  }

  /** How a pinned figure stands at this K. */
  standing(figureId: string): Standing {
    const { through, day } = this.known;
    const { definitions: given, personOf } = this.asked;
    const at = through === undefined ? { knownOn: day } : { through, knownOn: day };
    const options = { ...(given ? { definitions: given } : {}), ...(personOf ? { personOf } : {}), at };
    return remembered(this.#standings, figureId, () => standing(this.facts, figureId, options));
  }

  plan(code: string): PlanView | undefined {
    return remembered(this.#plans, code, () => planView(this.facts, code, this.asked));
  }

  /** The self-evaluation of the whole partnership; undefined when nothing was said of it. */
  selfEvaluation(year: number): SelfEvaluationView | undefined {
    return selfEvaluationView(this.facts, { year }, this.asked);
  }

  /** The plan of the whole partnership whose period holds the year's days; undefined when there is none, or several. */
  planOf({ from, to }: { readonly from: string; readonly to: string }): string | undefined {
    const fitting = plansAt(this.facts, this.known).filter(
      ({ zone, period }) => zone === undefined && period.from <= from && to <= period.to,
    );
    return fitting.length === 1 ? fitting[0]?.plan : undefined;
  }

  /** What was written of one report. */
  report(template: string, year: number): ReportState {
    const stream = `${reportTerm.name}-${template}-${year}`;
    return saidEvents(this.facts, this.known, { term: reportTerm.name, stream }).reduce(
      reportTerm.evolution.evolve,
      reportTerm.evolution.initialState,
    );
  }

  /** Every report that something was said of. It is written after its period, so A does not bear on it. */
  reports(): readonly ReportState[] {
    return this.things(reportTerm.name, reportTerm.evolution, () => true).map(({ state }) => state);
  }

  milestones(): readonly (Said & { readonly data: MilestoneReachedData })[] {
    const events = saidEvents(this.facts, this.known, { term: milestoneTerm.name }) as unknown as readonly (Said & {
      readonly data: MilestoneReachedData;
    })[];
    return events.filter(({ occurred }) => occurred.from <= this.asOf).toSorted((a, b) => (a.occurred.from < b.occurred.from ? -1 : 1));
  }

  outputs() {
    return this.things(outputTerm.name, outputTerm.evolution);
  }

  bodies() {
    return this.things(bodyTerm.name, bodyTerm.evolution);
  }

  projects() {
    return this.things(projectTerm.name, projectTerm.evolution);
  }

  private things<State>(
    term: string,
    { initialState, evolve }: Evolution<State>,
    counts: (event: SaidEvent) => boolean = ({ occurred }) => occurred.from <= this.asOf,
  ): readonly Thing<State>[] {
    const states = new Map<string, State>();
    for (const event of saidEvents(this.facts, this.known, { term }).filter(counts)) {
      states.set(event.streamId, evolve(states.get(event.streamId) ?? initialState, event));
    }
    return [...states].map(([id, state]) => ({ id, state }));
  }
}
