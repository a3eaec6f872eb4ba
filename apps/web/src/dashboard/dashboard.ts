import type { Dashboard, DashboardGroup } from '@app/indicators/answers';
import { addressWith, get } from '../api';
import type { LookedFrom, Scope } from '../asking/asked';
import { choiceOf } from '../asking/period';
import { type Language, textIn } from '../language';
import { holdsWords } from '../search';

/** What a dashboard is asked. */
export interface Asked extends Scope, LookedFrom {
  readonly period: string;
}

export const fetchDashboard = ({ period, ...rest }: Asked): Promise<Dashboard> =>
  get(`/api/dashboards/${encodeURIComponent(period)}`, { ...rest });

/** The figures whose name holds every word, whatever its case and accents; groups without any are left out. */
export function selectFigures(groups: readonly DashboardGroup[], search: string, language: Language): readonly DashboardGroup[] {
  return groups
    .map((group) => ({ ...group, figures: group.figures.filter(({ labels }) => holdsWords(textIn(labels, language), search)) }))
    .filter(({ figures }) => figures.length > 0);
}

export interface Export {
  readonly format: 'csv' | 'xlsx' | 'sdmx-csv' | 'dhis2';
  readonly address: string;
}

/** DHIS2 takes no part of a figure, and knows neither seasons nor plans. */
const fitsDhis2 = ({ period, plan, organisation }: Asked): boolean =>
  plan === '' && organisation === '' && ['year', 'quarter', 'month'].includes(choiceOf(period)?.kind ?? '');

/** Where what is shown can be taken out, one indicator or all, in the formats that it fits. */
export function exportsOf(asked: Asked, indicators: string, language: Language): readonly Export[] {
  const { period, ...rest } = asked;
  const formats: readonly Export['format'][] = ['csv', 'xlsx', 'sdmx-csv', ...(fitsDhis2(asked) ? ['dhis2' as const] : [])];
  return formats.map((format) => ({
    format,
    address: addressWith('/api/figures/export', { format, indicators, period, ...rest, lang: language }),
  }));
}
