import { LANGUAGES } from '@app/labels';
import { many } from '@app/partnership';
import { milestoneReached } from '@app/partnership/milestone/milestone.events';
import { milestoneTerm } from '@app/partnership/milestone/milestone.term';
import { planTerm } from '@app/partnership/plan/plan.term';
import { reportDrafted, sectionApproved, sectionWritten, type TextLanguage } from '@app/partnership/report/report.events';
import { reportTerm } from '@app/partnership/report/report.term';
import fc from 'fast-check';
import { definitions as builtIn } from '../definitions';
import { figures } from '../figures';
import { linesOf, reportHtml, wordsOf } from '../report';
import { countOf, type Changes } from './changes';
import { reportEdition, type ReportSent } from './report.edition';
import { defined, Log, statingTerm } from '../../../../test/support/fact-log';
import { type FrozenLog, frozenLog, readersOf } from '../../../../test/support/frozen-log';

const of = { template: 'action-sheets', year: 2021 } as const;
const scope = { view: 'report', subject: 'action-sheets', period: '2021' } as const;
const terms = [statingTerm, reportTerm, milestoneTerm, planTerm];
const definitions = new Map([...builtIn, ...defined({ heads: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } } })]);
const TEXTS = { stream: 'report-action-sheets-2021', on: '2022-01-11' };
const exactly = (value: number) => ({ value, exactness: 'exact' }) as const;
/** What the template asks for, and what no section asks for but a text binds. */
const held = (value: number) => many('meeting-held', 'meeting', exactly(value), { occurrenceKey: 'm' });
const present = (value: number) => many('present', 'attendance', exactly(value), { occurrenceKey: 'o' });
const titled = (words: string) => ({ nl: words, fr: words });
const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const SECTIONS = ['strategy', 'conclusion'] as const;

/** A report of which one text binds heads, frozen in January 2022 over three meetings, ten heads and a milestone. */
class ReportLog extends Log {
  readonly heads = this.state([present(10)], { stream: 'thing-heads', on: '2021-03-04', at: '2021-03-05' });
  readonly meetings = this.state([held(3)], { stream: 'thing-meetings', on: '2021-03-04', at: '2021-03-06' });
  readonly milestone = this.reach('begin', '2020-05-01');

  constructor() {
    super();
    this.add(reportDrafted, { ...of, period: YEAR }, { ...TEXTS, at: '2022-01-10' });
  }

  pin(indicator = 'heads'): string {
    const { facts } = readersOf(this, terms);
    return figures(facts, { indicator, period: '2021', asOf: '2021-12-31' }, { definitions }).figures[0]!.id;
  }

  reach(title: string, on: string, envelope: object = {}): string {
    return this.add(
      milestoneReached,
      { kind: 'other', title: titled(title) },
      { stream: `milestone-${this.events.length}`, on, ...envelope },
    );
  }

  write(section: string, textLanguage: TextLanguage, words: string, figure?: string, envelope: object = {}): string {
    const numbers = figure === undefined ? [] : [{ token: 'n', figure, format: 'value' }];
    return this.add(
      sectionWritten,
      { ...of, section, textLanguage, text: figure === undefined ? words : `${words} {{n}}`, numbers },
      { ...TEXTS, ...envelope },
    );
  }

  approve(section: string, textLanguage: TextLanguage, writing: string): string {
    return this.add(sectionApproved, { ...of, section, textLanguage, writing }, TEXTS);
  }

  /** What is said of the plan, by the type of the event. */
  plans(type: string, data: object, envelope: object = {}): string {
    const definition = { type, version: 1, subject: 'none', tense: 'plan', fields: {} } as const;
    return this.add(definition, { plan: '2021', ...data }, { stream: 'plan-2021', on: '2021-01-01', ...envelope });
  }

  aim(lo: number, type = 'TargetSet', envelope: object = {}): string {
    const of = { action: 1, target: '1-1', indicator: 'meetings-held', kind: 'meeting', period: YEAR };
    return this.target({ ...of, comparator: '>=', lo, comparatorPrinted: `${lo}` }, { on: '2021-01-01', ...envelope }, type);
  }

  /** Two actions, the first of which wants three meetings and had one. */
  adopt(): this {
    this.plans('PlanAdopted', { title: titled('Plan'), period: YEAR });
    this.plans('ObjectiveDefined', { level: 'strategic', code: '2', title: titled('Access') });
    for (const action of [1, 2]) this.plans('ActionDefined', { action, objective: '2', title: titled(`a${action}`) });
    this.aim(3);
    this.state([held(1)], { stream: 'thing-planned', on: '2021-03-04', actions: [1] });
    return this;
  }

  freeze(): FrozenLog {
    return frozenLog(this, reportEdition, scope, { terms, definitions, asOf: '2021-12-31' });
  }
}

function frozen(log = new ReportLog()) {
  const written = log.write('strategy', 'nl', 'Er waren', log.pin());
  const plain = log.write('conclusion', 'fr', 'Mots');
  return { log, written, plain, ...log.freeze() };
}

const told = ({ figures: moved, texts, listings }: Changes) => [
  moved.map(({ after, before, events }) => [after.definition.code, before?.value, after.value, events]),
  texts.map(({ section, textLanguage, course }) => [section, textLanguage, course]),
  listings.map(({ section, lines }) => [section, lines]),
];

describe('a report that is frozen', () => {
  it('keeps what it was made from, its three languages and the pages of each', async () => {
    const { content } = frozen();
    const { reports, figures: asked } = content as ReportSent;
    expect(asked.find(({ definition }) => definition.code === 'meetings-held')).toMatchObject({ value: 3 });
    const pages = await reportEdition.renderings!(content);
    expect(pages.map(({ language, mediaType }) => [language, mediaType])).toEqual(LANGUAGES.map((language) => [language, 'text/html']));
    expect(pages.map(({ bytes }) => bytes.toString())).toEqual(LANGUAGES.map((language) => reportHtml(reports[language])));
    expect(reportEdition.template!(content)).toEqual({ code: 'action-sheets', version: 1 });
  });

  it.each([
    ['a template that is none', { ...scope, subject: 'yearly' }],
    ['a quarter', { ...scope, period: '2021-Q1' }],
  ])('is none of %s', (_, wanted) => {
    const at = { asOf: '2021-12-31', knownOn: '2022-01-11', through: '' };
    expect(reportEdition.content(readersOf(new ReportLog(), terms), wanted, at)).toBeUndefined();
  });
});

describe('what changed since a report was frozen', () => {
  it('is nothing by what lies outside it, or shows the same', () => {
    const { log, since } = frozen();
    log.reach('later', '2022-05-01');
    log.state([held(5)], { stream: 'thing-later', on: '2022-03-04', at: '2022-03-05' });
    log.state([present(10)], { stream: 'thing-heads', on: '2021-03-05', corrects: log.heads });
    expect(countOf(since())).toBe(0);
  });

  it('is a figure that the template asks for, and no text', () => {
    const { log, since } = frozen();
    const event = log.state([held(4)], { stream: 'thing-meetings', on: '2021-03-04', at: '2022-02-01', corrects: log.meetings });
    expect(told(since())).toEqual([[['meetings-held', 3, 4, [event]]], [], []]);
  });

  it('is a figure that a text binds, and that text alone', () => {
    const { log, since } = frozen();
    const event = log.state([present(12)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-02-01', corrects: log.heads });
    expect(told(since())).toEqual([[['heads', 10, 12, [event]]], [['strategy', 'nl', 'stale']], []]);
    expect(since().texts[0]!.title).toEqual({ nl: 'Strategie', fr: 'Stratégie', en: 'Strategy' });
    log.state([present(10)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-02-02', corrects: event });
    expect(countOf(since())).toBe(0);
  });

  it('is told of what was stale already only where it moves on', () => {
    const log = new ReportLog();
    log.write('strategy', 'nl', 'Er waren', log.pin());
    const twelve = log.state([present(12)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-02-01', corrects: log.heads });
    const { since } = log.freeze();
    expect(countOf(since())).toBe(0);
    log.state([present(10)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-02-02', corrects: twelve });
    expect(since().texts.map(({ course }) => course)).toEqual(['fresh']);
    log.state([present(15)], { stream: 'thing-heads', on: '2021-03-04', at: '2022-02-03', corrects: log.events.at(-1)!.id });
    expect(since().texts.map(({ course, before, after }) => [course, before?.state, after?.state])).toEqual([['stale', 'stale', 'stale']]);
  });

  it('is a text that was written, replaced, corrected, approved or taken back', () => {
    const { log, written, plain, since } = frozen();
    log.write('resources', 'en', 'New');
    const other = log.write('conclusion', 'fr', 'Autres', undefined, { corrects: plain });
    expect(told(since())[1]).toEqual([
      ['conclusion', 'fr', 'rewritten'],
      ['resources', 'en', 'written'],
    ]);
    expect(since().texts[0]).toMatchObject({ before: { eventId: plain, state: 'written' }, after: { eventId: other } });
    log.approve('strategy', 'nl', written);
    log.withdraw(other, TEXTS);
    expect(told(since())[1]).toEqual([
      ['strategy', 'nl', 'approved'],
      ['conclusion', 'fr', 'gone'],
      ['resources', 'en', 'written'],
    ]);
  });

  it('is an approval that no longer holds', () => {
    const log = new ReportLog();
    const approval = log.approve('strategy', 'nl', log.write('strategy', 'nl', 'Woorden'));
    const { since } = log.freeze();
    log.withdraw(approval, TEXTS);
    expect(told(since())[1]).toEqual([['strategy', 'nl', 'not-approved']]);
  });

  it('is a section that lists another thing', () => {
    const { log, since } = frozen();
    log.reach('start', '2020-06-01', { corrects: log.milestone, stream: log.events.find(({ id }) => id === log.milestone)!.streamId });
    const lines = { gone: ['1 mei 2020: begin'], added: ['1 juni 2020: start'] };
    expect(told(since())[2]).toEqual([['strategy', expect.objectContaining({ nl: lines })]]);
  });
});

describe('what changed since a report of a plan was frozen', () => {
  const planned = () => frozen(new ReportLog().adopt());
  const actions = ({ actions: told }: Changes) => told.map(({ before, after }) => [before?.number, before?.lifecycle, after?.lifecycle]);

  it('is an action that took another course, or of which another thing is said', () => {
    const suspended = planned();
    suspended.log.plans('ActionSuspended', { action: 2, reason: 'external-crisis' }, { on: '2021-06-01' });
    expect(actions(suspended.since())).toEqual([[2, 'planned', 'suspended']]);
    const reworded = planned();
    reworded.log.plans(
      'ActionReworded',
      { action: 2, title: titled('other'), previous: titled('a2'), reason: 'not-stated' },
      { on: '2021-06-01' },
    );
    expect([actions(reworded.since()), countOf(reworded.since())]).toEqual([[[2, 'planned', 'planned']], 1]);
  });

  it('is what a target realised, and the lists and sums that it moves to', () => {
    const { log, since } = planned();
    const event = log.state([held(3)], { stream: 'thing-more', on: '2021-04-04', actions: [1], at: '2022-03-01' });
    const { figures: moved, targets, actions: courses, listings } = since();
    expect(moved.map(({ label, before, after, events }) => [label.nl, before?.value, after.value, events])).toEqual([
      ['Gehouden vergaderingen', 4, 7, [event]],
      ['doel', 1, 4, [event]],
    ]);
    expect([targets, courses]).toEqual([[], []]);
    expect(listings.map(({ section, lines }) => [section, lines.nl])).toEqual([['strategy', expect.anything()]]);
  });
});

type Later =
  | { readonly act: 'heads' | 'meetings'; readonly value: number }
  | { readonly act: 'withdraw'; readonly what: 'heads' | 'meetings' | 'text' | 'milestone' }
  | { readonly act: 'write'; readonly section: (typeof SECTIONS)[number]; readonly language: TextLanguage; readonly bound: boolean }
  | { readonly act: 'approve' }
  | { readonly act: 'reach'; readonly on: string };

const later: fc.Arbitrary<Later> = fc.oneof(
  fc.record({ act: fc.constantFrom('heads' as const, 'meetings' as const), value: fc.constantFrom(3, 4, 10, 12) }),
  fc.record({
    act: fc.constant('withdraw' as const),
    what: fc.constantFrom('heads' as const, 'meetings' as const, 'text' as const, 'milestone' as const),
  }),
  fc.record({
    act: fc.constant('write' as const),
    section: fc.constantFrom(...SECTIONS),
    language: fc.constantFrom(...LANGUAGES),
    bound: fc.boolean(),
  }),
  fc.record({ act: fc.constant('approve' as const) }),
  fc.record({ act: fc.constant('reach' as const), on: fc.constantFrom('2021-12-31', '2022-01-01') }),
);

/** Goes on with a log: what is corrected or withdrawn is what was said last. */
class Course {
  private n = 0;
  private readonly heads: Record<string, string | undefined>;

  constructor(
    private readonly log: ReportLog,
    text: string,
  ) {
    this.heads = { heads: log.heads, meetings: log.meetings, text, milestone: log.milestone };
  }

  take(step: Later): void {
    const { log, heads } = this;
    const at = { at: '2022-03-01' };
    switch (step.act) {
      case 'heads':
      case 'meetings': {
        const stating = [step.act === 'heads' ? present(step.value) : held(step.value)];
        const corrects = heads[step.act];
        heads[step.act] = log.state(stating, {
          stream: `thing-${step.act}`,
          on: '2021-03-04',
          ...at,
          ...(corrects === undefined ? {} : { corrects }),
        });
        return;
      }
      case 'withdraw': {
        const head = heads[step.what];
        const stream = log.events.find(({ id }) => id === head)?.streamId;
        if (head !== undefined && stream !== undefined) log.withdraw(head, { stream, ...at });
        heads[step.what] = undefined;
        return;
      }
      case 'write':
        heads['text'] = log.write(step.section, step.language, `t${'x'.repeat(++this.n)}`, step.bound ? log.pin() : undefined, at);
        return;
      case 'approve': {
        const written = log.events.find(({ id }) => id === heads['text'])?.data as
          { section: string; textLanguage: TextLanguage } | undefined;
        if (written) log.approve(written.section, written.textLanguage, heads['text']!);
        return;
      }
      case 'reach':
        heads['milestone'] = log.reach(`m${++this.n}`, step.on, at);
    }
  }
}

type OfPlan =
  | { readonly act: 'suspend' | 'resume'; readonly action: 1 | 2; readonly on: string }
  | { readonly act: 'reword'; readonly action: 1 | 2; readonly words: string }
  | { readonly act: 'revise'; readonly lo: number }
  | { readonly act: 'serve'; readonly heads: number; readonly action: 1 | 2 };

const action = fc.constantFrom(1 as const, 2 as const);
const ofPlan: fc.Arbitrary<OfPlan> = fc.oneof(
  fc.record({ act: fc.constantFrom('suspend' as const, 'resume' as const), action, on: fc.constantFrom('2021-12-31', '2022-01-01') }),
  fc.record({ act: fc.constant('reword' as const), action, words: fc.constantFrom('a1', 'other') }),
  fc.record({ act: fc.constant('revise' as const), lo: fc.constantFrom(1, 2, 7) }),
  fc.record({ act: fc.constant('serve' as const), heads: fc.nat({ max: 2 }), action }),
);

function goOn(log: ReportLog, step: OfPlan): void {
  const at = { at: '2022-03-01' };
  switch (step.act) {
    case 'suspend':
      log.plans('ActionSuspended', { action: step.action, reason: 'external-crisis' }, { on: step.on, ...at });
      return;
    case 'resume':
      log.plans('ActionResumed', { action: step.action }, { on: step.on, ...at });
      return;
    case 'reword':
      log.plans('ActionReworded', { action: step.action, title: titled(step.words), previous: titled('a'), reason: 'not-stated' }, at);
      return;
    case 'revise':
      log.aim(step.lo, 'TargetRevised', at);
      return;
    case 'serve':
      log.state([held(step.heads)], { stream: `thing-${log.events.length}`, on: '2021-04-04', actions: [step.action], ...at });
  }
}

const readsIn = ({ reports }: ReportSent): string =>
  JSON.stringify(Object.values(reports).map(({ sections }) => sections.map(({ blocks }) => blocks.flatMap(linesOf).map(wordsOf))));

/** Of a text: which event says it, whether it is approved, and whether its number is still what it was. */
const textsIn = ({ reports }: ReportSent): ReadonlyMap<string, string> =>
  new Map(
    Object.values(reports).flatMap(({ language, sections }) =>
      sections.flatMap(({ code, writing, state, blocks }) => {
        const marks = blocks.filter((block) => block.kind === 'callout' && ['stale', 'flag'].includes(block.tone));
        return writing ? [[`${code}/${language}`, JSON.stringify([writing.eventId, state, marks])] as const] : [];
      }),
    ),
  );

/** Milestones are the only thing that this template lists without a plan. */
const listsIn = ({ reports }: ReportSent): ReadonlyMap<string, string> =>
  new Map(reports.nl.sections.map(({ code, blocks }) => [code, JSON.stringify(blocks.filter(({ kind }) => kind === 'list'))]));

const differing = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).sort();

test('what is told is what, asked one by one, is otherwise; and nothing exactly where the report reads the same in every language', () => {
  const seen = { same: 0, other: 0 };
  fc.assert(
    fc.property(fc.array(later, { maxLength: 5 }), (course) => {
      const { log, plain, content, since } = frozen();
      const taken = new Course(log, plain);
      for (const step of course) taken.take(step);
      const [before, after] = [content as ReportSent, log.freeze().content as ReportSent];
      const alike = readsIn(before) === readsIn(after);
      seen[alike ? 'same' : 'other'] += 1;

      const changes = since();
      const { facts } = readersOf(log, terms);
      const shown = (indicator: string, at: object): string => {
        const [figure] = figures(facts, { indicator, period: '2021', asOf: '2021-12-31', ...at }, { definitions }).figures;
        return JSON.stringify([figure!.value, figure!.lo, figure!.hi, figure!.shown]);
      };
      const moved = ['heads', 'meetings-held'].filter((code) => shown(code, {}) !== shown(code, { knownOn: '2022-01-10' }));
      expect(changes.figures.map(({ after: { definition } }) => definition.code).sort()).toEqual(moved);
      expect(changes.texts.map(({ section, textLanguage }) => `${section}/${textLanguage}`).sort()).toEqual(
        differing(textsIn(before), textsIn(after)),
      );
      expect(changes.listings.map(({ section }) => section)).toEqual(differing(listsIn(before), listsIn(after)));
      expect(countOf(changes) === 0).toBe(alike);
    }),
    { seed: 5, numRuns: 40 },
  );
  expect(seen.same).toBeGreaterThan(4);
  expect(seen.other).toBeGreaterThan(20);
});

test('of a plan, too, nothing is told exactly where the report reads the same in every language', () => {
  const headings = ({ reports }: ReportSent): string => JSON.stringify(reports.nl.sections.map(({ title }) => wordsOf(title)));
  const seen = { same: 0, other: 0 };
  fc.assert(
    fc.property(fc.array(ofPlan, { maxLength: 3 }), (course) => {
      const { log, content, since } = frozen(new ReportLog().adopt());
      for (const step of course) goOn(log, step);
      const [before, after] = [content as ReportSent, log.freeze().content as ReportSent];
      const alike = readsIn(before) === readsIn(after) && headings(before) === headings(after);
      seen[alike ? 'same' : 'other'] += 1;
      expect(countOf(since()) === 0).toBe(alike);
    }),
    { seed: 3, numRuns: 40 },
  );
  expect(seen.same).toBeGreaterThan(4);
  expect(seen.other).toBeGreaterThan(20);
});
