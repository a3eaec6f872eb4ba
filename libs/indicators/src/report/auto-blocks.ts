import type { Figure } from '../figure';
import { type Bar, type Block, type Inline, type Line, text, wordsOf } from './model';
import type { Auto, AutoBlock } from './templates';
import { planSummary, limits, successes } from './plan-blocks';
import { figureSpan, nameSpan, type Wording } from './wording';
import { note, paragraph, type Writing } from './writing';

/** How sure a figure is, as its third column says. */
export function sureOf({ shown, coverage }: Figure): 'computed' | 'partial' | 'claim' | 'disputed' | 'none' {
  return shown === 'computed' && coverage === 'partial' ? 'partial' : shown;
}

const indicatorSpan = ({ sources, wording }: Writing, code: string): Inline =>
  nameSpan(wording.titleIn(sources.definition(code).labels), `indicator/${code}`);

const periodLine = ({ wording, period: { from, to } }: Writing): Inline =>
  text(from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : `${wording.day(from)} – ${wording.day(to)}`);

/** What is known in a table; what is not, in one sentence after it. */
function figureTable(writing: Writing, codes: readonly string[]): readonly Block[] {
  const { sources, wording, period } = writing;
  const asked = codes.map((code) => ({ code, figure: sources.figure(code, period) }));
  const known = asked.filter(({ figure }) => figure.shown !== 'none');
  const unknown = asked.filter(({ figure }) => figure.shown === 'none');
  const rows = known.map(({ code, figure }): readonly Line[] => [
    [indicatorSpan(writing, code)],
    [figureSpan(wording, figure, 'value-with-kind')],
    [text(wording.label(`report-text.sure.${sureOf(figure)}`))],
  ]);
  const names = unknown.flatMap(({ code }, at): Line => [...(at === 0 ? [] : [text('; ')]), indicatorSpan(writing, code)]);
  const head = ['what', 'value', 'sure'].map((column) => [text(wording.label(`report-text.figures.${column}`))]);
  const caption = wording.sentence('report-text.figures.caption', { period: periodLine(writing) });
  return [
    ...(rows.length > 0 ? [{ kind: 'table', caption, head, rows } as const] : []),
    ...(unknown.length > 0 ? [note(wording.sentence('report-text.figures.nothing', { names }))] : []),
  ];
}

/** One indicator over the quarters of the years that the period touches; nothing where no quarter has a number. */
function quarters(writing: Writing, indicator: string): readonly Block[] {
  const { sources, wording, period } = writing;
  const year = period.from.slice(0, 4);
  const bars = [1, 2, 3, 4].flatMap((quarter): readonly Bar[] => {
    const figure = sources.figure(indicator, `${year}-Q${quarter}`);
    const value = figure.value ?? figure.lo;
    const label = [nameSpan(`${year}-Q${quarter}`, `period/${year}-Q${quarter}`)];
    return value === null ? [] : [{ label, value, shown: [figureSpan(wording, figure, 'value-with-kind')] }];
  });
  if (bars.length === 0) return [];
  const title = wording.sentence('report-text.quarters.title', { indicator: indicatorSpan(writing, indicator) });
  const head = ['quarter', 'value'].map((column) => [text(wording.label(`report-text.quarters.${column}`))]);
  return [{ kind: 'chart', title, head, bars }];
}

function timeline({ sources, wording, period }: Writing): readonly Block[] {
  const items = sources
    .milestones()
    .filter(({ occurred }) => occurred.from <= period.to)
    .map(({ id, occurred, data: { title } }) =>
      wording.sentence('report-text.timeline.item', { when: text(wording.when(occurred)), title: nameSpan(wording.titleIn(title), id) }),
    );
  return items.length > 0 ? [{ kind: 'list', items }] : [note(wording.sentence('report-text.timeline.none'))];
}

/** A table of things by name and in words of the record; one sentence where there are none. */
function table(
  wording: Wording,
  name: 'toolkits' | 'bodies' | 'projects',
  columns: readonly string[],
  rows: readonly (readonly Line[])[],
): readonly Block[] {
  if (rows.length === 0) return [note(wording.sentence(`report-text.${name}.none`))];
  const head = columns.map((column) => [text(wording.label(column))]);
  return [
    {
      kind: 'table',
      caption: wording.sentence(`report-text.${name}.caption`),
      head,
      rows: rows.toSorted((a, b) => wordsOf(a[0] ?? []).localeCompare(wordsOf(b[0] ?? []), wording.language)),
    },
  ];
}

const word = (wording: Wording, term: string, field: string, value: string): Line => [
  nameSpan(wording.label(`${term}.value.${field}.${value}`), `${term}/${field}/${value}`),
];

function toolkits({ sources, wording, period }: Writing): readonly Block[] {
  const rows = sources.outputs().flatMap(({ id, state: { delivered, stage, withdrawn } }): readonly (readonly Line[])[] => {
    if (!delivered || withdrawn !== undefined || delivered.occurred.to < period.from || delivered.occurred.from > period.to) return [];
    const { title, kind, url } = delivered.data;
    return [
      [
        [nameSpan(wording.titleIn(title), id, url)],
        word(wording, 'output', 'kind', kind),
        word(wording, 'output', 'stage', stage ?? delivered.data.stage),
      ],
    ];
  });
  return table(wording, 'toolkits', ['report-text.toolkits.title', 'report-text.toolkits.kind', 'report-text.toolkits.stage'], rows);
}

function bodies({ sources, wording, period }: Writing): readonly Block[] {
  const rows = sources.bodies().flatMap(({ id, state: { constituted, dissolved } }): readonly (readonly Line[])[] => {
    if (!constituted || dissolved || constituted.occurred.from > period.to) return [];
    return [[[nameSpan(wording.titleIn(constituted.data.name), id)], word(wording, 'body', 'type', constituted.data.type)]];
  });
  return table(wording, 'bodies', ['report-text.bodies.name', 'report-text.bodies.type'], rows);
}

function projects({ sources, wording, period }: Writing): readonly Block[] {
  const rows = sources.projects().flatMap(({ id, state: { started, ended } }): readonly (readonly Line[])[] => {
    if (!started || started.occurred.from > period.to || (ended && started.occurred.to < period.from)) return [];
    const { name, kind, role } = started.data;
    return [[[nameSpan(wording.titleIn(name), id)], word(wording, 'project', 'kind', kind), word(wording, 'project', 'role', role)]];
  });
  return table(wording, 'projects', ['report-text.bodies.name', 'report-text.bodies.type', 'report-text.projects.role'], rows);
}

const AIMS = ['experience', 'population-health', 'value', 'workforce', 'equity'] as const;

/** The scores of the five aims: those of the year, or else those that a report stated in the January after it. Never a mean, and never without the caveat. */
function aims({ sources, wording, period }: Writing): readonly Block[] {
  const scores = AIMS.map((aim) => {
    const inYear = sources.figure('aim-score', period, [{ dim: 'aim', op: 'eq', value: [aim] }]);
    const after = `${Number(period.to.slice(0, 4)) + 1}-01`;
    return { aim, figure: inYear.shown === 'none' ? sources.figure('aim-score', after, [{ dim: 'aim', op: 'eq', value: [aim] }]) : inYear };
  });
  const rows = scores.map(({ aim, figure }): readonly Line[] => [
    [text(wording.label(`report-text.aim.${aim}`))],
    [figureSpan(wording, figure)],
    [text(wording.label(`report-text.sure.${sureOf(figure)}`))],
  ]);
  const head = ['report-text.aims.aim', 'report-text.aims.score', 'report-text.figures.sure'].map((column) => [
    text(wording.label(column)),
  ]);
  return [
    { kind: 'table', caption: wording.sentence('report-text.aims.caption'), head, rows },
    note(wording.sentence('report-text.aims.caveat')),
  ];
}

function identification({ sources, wording, plan }: Writing): readonly Block[] {
  const view = plan === undefined ? undefined : sources.plan(plan);
  return view
    ? [paragraph(wording.sentence('report-text.identification.plan', { plan: nameSpan(wording.titleIn(view.title), `plan/${view.plan}`) }))]
    : [];
}

const BLOCKS: Readonly<Record<Exclude<AutoBlock, 'action-sheets'>, (writing: Writing) => readonly Block[]>> = {
  identification,
  timeline,
  aims,
  bodies,
  projects,
  toolkits,
  'plan-summary': planSummary,
  successes,
  limits,
};

/** What the machine writes for one entry of a template. Action sheets are sections of their own and make no block. */
export function autoBlocks(writing: Writing, auto: Auto): readonly Block[] {
  if ('figures' in auto) return figureTable(writing, auto.figures);
  if ('quarters' in auto) return quarters(writing, auto.quarters);
  return auto.block === 'action-sheets' ? [] : BLOCKS[auto.block](writing);
}
