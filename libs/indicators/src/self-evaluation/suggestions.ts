import type { Aim } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Database } from 'better-sqlite3';
import { definitionsFor } from '../definitions-at';
import type { DayRange } from '../fact-range';
import type { Figure, FigureOptions } from '../figure';
import { definitionOf, evaluate, resolve } from '../figures';
import type { Known } from '../known';

/** Which counted facts may bear on an aim (design: domain 6). None proves anything: who scores chooses, and says why. */
const INDICATORS: Readonly<Record<Aim, readonly string[]>> = {
  experience: ['helpdesk-orientations', 'referrals-accepted', 'questions-with-solution', 'referral-satisfaction'],
  'population-health': ['inclusions', 'services-delivered', 'programme-phases-opened'],
  value: ['concertations-held', 'outputs-delivered', 'listings-updated'],
  workforce: ['community-meetings', 'community-attendances', 'participation-paid', 'survey-answers'],
  equity: ['signals-picked-up', 'signals-acted-upon', 'inclusions'],
};

interface Asked {
  readonly period: DayRange;
  readonly zone?: string;
  readonly asOf: string;
}

/** Figures over the period that is judged, each to be pinned as evidence by its id. */
export function suggestionsFor(
  db: Database,
  known: Known,
  aim: Aim,
  { period, zone, asOf }: Asked,
  options: FigureOptions,
): readonly Figure[] {
  const all = definitionsFor(db, known, options.definitions).latest;
  return INDICATORS[aim].map((indicator) => {
    const definition = definitionOf(all, indicator);
    const query = { indicator, asOf, ...(zone === undefined ? {} : { territory: zone }) };
    return evaluate(db, known, resolve(db, query, definition, period, known), definition, all).figure;
  });
}
