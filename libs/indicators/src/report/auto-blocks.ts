import type { Condition } from '../definition';
import { type Bar, type Block, type Inline, type Line, text, wordsOf } from './model';
import { aims } from './aims-block';
import type { AskedFigure, Auto, AutoBlock } from './templates';
import { planSummary, limits, sheetsIntro, successes } from './plan-blocks';
import { figureSpan, nameSpan, sureOf, type Wording } from './wording';
import { note, paragraph, type Writing } from './writing';

const indicatorSpan = ({ sources, wording }: Writing, code: string): Inline =>
  nameSpan(wording.titleIn(sources.definition(code).labels), `indicator/${code}`);

/** An indicator, and of which part of it where the template asks for one: in the words of the term that it counts. */
function askedLine(writing: Writing, { indicator, where = {} }: AskedFigure): Line {
  const { sources, wording } = writing;
  const parts = Object.entries(where).map(([dim, value]) => wording.part(sources.definition(indicator), dim, value) ?? value);
  const whole = indicatorSpan(writing, indicator);
  return parts.length === 0 ? [whole] : wording.sentence('report-text.figures.part', { indicator: whole, part: text(parts.join(', ')) });
}

const conditionsOf = ({ where = {} }: AskedFigure): readonly Condition[] =>
  Object.entries(where).map(([dim, value]) => ({ dim, op: 'eq', value: [value] }));

const periodLine = ({ wording, period: { from, to } }: Writing): Inline =>
  text(from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : `${wording.day(from)} – ${wording.day(to)}`);

/** What is known in a table; what is not, in one sentence after it. */
function figureTable(writing: Writing, entries: readonly (string | AskedFigure)[]): readonly Block[] {
  const { sources, wording, period } = writing;
  const asked = entries
    .map((entry) => (typeof entry === 'string' ? { indicator: entry } : entry))
    .map((entry) => ({ line: askedLine(writing, entry), figure: sources.figure(entry.indicator, period, conditionsOf(entry)) }));
  const known = asked.filter(({ figure }) => figure.shown !== 'none');
  const unknown = asked.filter(({ figure }) => figure.shown === 'none');
  const rows = known.map(({ line, figure }): readonly Line[] => [
    line,
    [figureSpan(wording, figure, 'value-with-kind')],
    [text(wording.label(`report-text.sure.${sureOf(figure)}`))],
  ]);
  const names = wording.listed(unknown.map(({ line }) => line));
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
  const figures = [1, 2, 3, 4].map((quarter) => ({ quarter, figure: sources.figure(indicator, `${year}-Q${quarter}`) }));
  const bars = figures.flatMap(({ quarter, figure }): readonly Bar[] => {
    const value = figure.value ?? figure.lo;
    const label = [nameSpan(wording.quarter(year, quarter), `period/${year}-Q${quarter}`)];
    return value === null ? [] : [{ label, value, shown: [figureSpan(wording, figure, 'range-with-kind')] }];
  });
  if (bars.length === 0) return [];
  const uncertain = figures.some(({ figure }) => (figure.computed?.partly ?? 0) > 0);
  const title = wording.sentence('report-text.quarters.title', { indicator: indicatorSpan(writing, indicator) });
  const head = ['quarter', 'value'].map((column) => [text(wording.label(`report-text.quarters.${column}`))]);
  return [{ kind: 'chart', title, head, bars }, ...(uncertain ? [note(wording.sentence('report-text.quarters.uncertain'))] : [])];
}

function timeline({ sources, wording, period }: Writing): readonly Block[] {
  const items = sources
    .milestones()
    .filter(({ occurred }) => occurred.from <= period.to)
    .map(({ id, occurred, data: { title } }) =>
      wording.sentence('report-text.timeline.item', { when: text(wording.when(occurred)), title: nameSpan(wording.titleIn(title), id) }),
    );
  if (items.length === 0) return [note(wording.sentence('report-text.timeline.none'))];
  return [paragraph(wording.sentence('report-text.timeline.intro', { to: text(wording.day(period.to)) })), { kind: 'list', items }];
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
    const { name, type, level } = constituted.data;
    return [[[nameSpan(wording.titleIn(name), id)], word(wording, 'body', 'type', type), word(wording, 'body', 'level', level)]];
  });
  return table(wording, 'bodies', ['report-text.bodies.name', 'report-text.bodies.type', 'report-text.bodies.level'], rows);
}

function projects({ sources, wording, period }: Writing): readonly Block[] {
  const rows = sources.projects().flatMap(({ id, state: { started, ended } }): readonly (readonly Line[])[] => {
    if (!started || started.occurred.from > period.to || (ended && started.occurred.to < period.from)) return [];
    const { name, kind, role } = started.data;
    return [[[nameSpan(wording.titleIn(name), id)], word(wording, 'project', 'kind', kind), word(wording, 'project', 'role', role)]];
  });
  return table(wording, 'projects', ['report-text.bodies.name', 'report-text.bodies.type', 'report-text.projects.role'], rows);
}

function identification({ sources, wording, plan }: Writing): readonly Block[] {
  const view = plan === undefined ? undefined : sources.plan(plan);
  return view
    ? [paragraph(wording.sentence('report-text.identification.plan', { plan: nameSpan(wording.titleIn(view.title), `plan/${view.plan}`) }))]
    : [];
}

const BLOCKS: Readonly<Record<AutoBlock, (writing: Writing) => readonly Block[]>> = {
  identification,
  timeline,
  aims,
  bodies,
  projects,
  toolkits,
  'plan-summary': planSummary,
  successes,
  limits,
  'action-sheets': sheetsIntro,
};

/** What the machine writes for one entry of a template. Action sheets are sections of their own: here they are announced. */
export function autoBlocks(writing: Writing, auto: Auto): readonly Block[] {
  if ('figures' in auto) return figureTable(writing, auto.figures);
  if ('quarters' in auto) return quarters(writing, auto.quarters);
  return BLOCKS[auto.block](writing);
}
