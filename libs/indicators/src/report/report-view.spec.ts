import { brusselsDay } from '@app/decider';
import { many } from '@app/partnership';
import {
  type BoundNumber,
  isSectionOf,
  reportDrafted,
  reportIssued,
  reportReopened,
  sectionApproved,
  sectionWritten,
  type TextLanguage,
} from '@app/partnership/report/report.events';
import { reportTerm } from '@app/partnership/report/report.term';
import { planTerm } from '@app/partnership/plan/plan.term';
import { type Aim, aimScored, selfEvaluationOpened } from '@app/partnership/self-evaluation/self-evaluation.events';
import { selfEvaluationTerm } from '@app/partnership/self-evaluation/self-evaluation.term';
import { milestoneTerm } from '@app/partnership/milestone/milestone.term';
import { Labels } from '@app/labels';
import { createEventIndex } from '@app/projections';
import { definitions, indicatorGroups } from '../definitions';
import { createFactsProjection } from '../facts.projection';
import { figures } from '../figures';
import { between, defined, Log, statingTerm } from '../../../../test/support/fact-log';
import { unzipped } from '../../../../test/support/unzipped';
import { linesOf, type ReportModel, type ReportSection, text, unboundNumbers, wordsOf } from './model';
import { reportDocx } from './render/docx';
import { reportHtml } from './render/html';
import { reportsOf, reportView } from './report-view';
import { type AskedFigure, sectionsOf, templates } from './templates';

const all = new Map([
  ...definitions,
  ...defined({
    sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
    heads: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  }),
]);
const of = { template: 'action-sheets', year: 2021 } as const;
const STREAM = { stream: 'report-action-sheets-2021' };
const exactly = (value: number) => ({ value, exactness: 'exact' }) as const;

class ReportLog extends Log {
  facts() {
    return this.read(createFactsProjection([statingTerm, reportTerm, milestoneTerm, planTerm, selfEvaluationTerm]));
  }

  index() {
    return this.read(createEventIndex(brusselsDay));
  }

  pin(indicator: string): string {
    return figures(this.facts(), { indicator, period: '2021' }, { definitions: all }).figures[0]?.id ?? '';
  }

  draft(): this {
    this.add(reportDrafted, { ...of, period: { from: '2021-01-01', to: '2021-12-31' } }, { ...STREAM, on: '2022-01-10', at: '2022-01-10' });
    return this;
  }

  write(section: string, textLanguage: TextLanguage, words: string, numbers: readonly BoundNumber[] = [], corrects?: string): string {
    const data = { ...of, section, textLanguage, text: words, numbers };
    return this.add(sectionWritten, data, { ...STREAM, on: '2022-01-11', ...(corrects ? { corrects } : {}) });
  }

  approve(section: string, textLanguage: TextLanguage, writing: string): void {
    this.add(sectionApproved, { ...of, section, textLanguage, writing }, { ...STREAM, on: '2022-01-12' });
  }

  model(language: TextLanguage = 'nl', asked: object = {}): ReportModel {
    return reportView(this.facts(), { ...of, language }, { definitions: all, index: this.index(), ...asked });
  }
}

/** Three sessions with twelve heads, both pinned, in texts of two sections. */
function written() {
  const log = new ReportLog();
  const sessions = log.state([many('held', 'session', exactly(3), {})], { on: '2021-03-04', at: '2021-03-05', stream: 'thing-a' });
  const heads = log.state([many('present', 'attendance', exactly(12), {})], { on: '2021-03-04', at: '2021-03-05', stream: 'thing-b' });
  const held: BoundNumber = { token: 'n', figure: log.pin('sessions'), format: 'value-with-kind' };
  const present: BoundNumber = { token: 'n', figure: log.pin('heads'), format: 'value' };
  log.draft();
  const strategy = log.write('strategy', 'nl', 'Er waren {{n}}.', [held]);
  const conclusion = log.write('conclusion', 'nl', 'Samen {{n}} aanwezigen.\n\n- eerst\n- dan', [present]);
  return { log, sessions, heads, held, present, strategy, conclusion };
}

const sectionOf = (model: ReportModel, code: string): ReportSection => model.sections.find((section) => section.code === code)!;
const saysOf = (section: ReportSection): readonly string[] => section.blocks.flatMap(linesOf).map(wordsOf);

describe('a text of a report', () => {
  it('reads with its numbers in the words of its language, each bound to its figure', () => {
    const { log, held } = written();
    const [first] = sectionOf(log.model(), 'strategy').blocks;
    expect(first).toEqual({
      kind: 'paragraph',
      line: [text('Er waren '), { kind: 'number', text: 'minstens 3 sessies', figure: held.figure }, text('.')],
    });
    expect(sectionOf(log.model(), 'conclusion').blocks.slice(0, 2)).toMatchObject([{ kind: 'paragraph' }, { kind: 'list' }]);
  });

  it('is stale when a figure that it binds shows another value, and no other text is', () => {
    const { log, heads, present } = written();
    log.state([many('present', 'attendance', exactly(15), {})], { on: '2021-03-04', at: '2022-02-01', stream: 'thing-b', corrects: heads });
    const model = log.model();
    expect(model.moved).toEqual([
      { section: 'conclusion', token: 'n', figure: present.figure, before: 'minstens 12', after: 'minstens 15' },
    ]);
    expect(model.sections.filter(({ state }) => state === 'stale').map(({ code }) => code)).toEqual(['conclusion']);
    expect(sectionOf(model, 'strategy').state).toBe('written');
    expect(saysOf(sectionOf(model, 'conclusion'))).toContain('Verouderd: de tekst zegt minstens 12, het register minstens 15.');
  });

  it('is not stale by an event that moves nothing, nor seen from before the correction', () => {
    const { log, heads } = written();
    log.state([many('present', 'attendance', exactly(12), {})], { on: '2021-03-05', at: '2022-02-01', stream: 'thing-b', corrects: heads });
    expect(log.model().moved).toEqual([]);
    const other = written();
    other.log.state([many('held', 'session', exactly(9), {})], {
      on: '2021-03-04',
      at: '2022-02-01',
      stream: 'thing-a',
      corrects: other.sessions,
    });
    expect(other.log.model('nl', { knownOn: '2022-01-31' }).moved).toEqual([]);
    expect(other.log.model().moved).toHaveLength(1);
  });

  it('is fresh again once it is written with new pins', () => {
    const { log, heads, present } = written();
    log.state([many('present', 'attendance', exactly(15), {})], { on: '2021-03-04', at: '2022-02-01', stream: 'thing-b', corrects: heads });
    log.write('conclusion', 'nl', 'Samen {{n}} aanwezigen.', [{ ...present, figure: log.pin('heads') }]);
    const model = log.model();
    expect(model.moved).toEqual([]);
    expect(saysOf(sectionOf(model, 'conclusion'))).toContain('Samen minstens 15 aanwezigen.');
  });

  it('compares two figures', () => {
    const { log, held, present } = written();
    const figure = present.figure;
    const says = (format: BoundNumber['format'], other?: string) => {
      log.write('networks', 'fr', 'Soit {{n}}.', [{ token: 'n', figure, format, ...(other ? { other } : {}) }]);
      return saysOf(sectionOf(log.model('fr'), 'networks'))[0];
    };
    expect(says('factor', held.figure)).toBe('Soit 4.');
    expect(says('difference', held.figure)).toBe('Soit 9.');
    expect(says('percent', figure)?.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('Soit 100,0 %.');
    expect(says('range')).toBe('Soit au moins 12.');
  });

  it('is absent in a language in which nobody wrote it, and says where it is; it cannot go out without Dutch and French', () => {
    const { log } = written();
    expect(sectionOf(log.model('fr'), 'strategy').state).toBe('other-language-only');
    expect(saysOf(sectionOf(log.model('fr'), 'strategy'))[0]).toBe(
      'Pas encore rédigé dans cette langue\u00a0; un texte existe en\u00a0: néerlandais.',
    );
    expect(saysOf(sectionOf(log.model(), 'strategy'))).toContain('Kan niet uitgaan: er ontbreekt een tekst in: Frans.');
    expect(saysOf(sectionOf(log.model('en'), 'resources'))[0]).toBe('Not written yet.');
  });

  it('is approved as it stands: corrected, it is to be approved anew', () => {
    const { log, held, strategy } = written();
    log.approve('strategy', 'nl', strategy);
    expect(sectionOf(log.model(), 'strategy').state).toBe('approved');
    log.write('strategy', 'nl', 'Er waren dit jaar {{n}}.', [held], strategy);
    expect(sectionOf(log.model(), 'strategy').state).toBe('written');
  });

  it('keeps what stood before it', () => {
    const { log, held, strategy } = written();
    const again = log.write('strategy', 'nl', 'Er waren dit jaar {{n}}.', [held]);
    log.approve('strategy', 'nl', again);
    expect(sectionOf(log.model(), 'strategy').writing).toEqual({
      eventId: again,
      writtenOn: '2022-01-11',
      approvedOn: '2022-01-12',
      earlier: [strategy],
      flags: [],
    });
    expect(sectionOf(log.model(), 'resources').writing).toBeUndefined();
  });

  it('warns of numbers in words', () => {
    const { log } = written();
    log.write('resources', 'nl', 'Met drie collega’s.');
    expect(sectionOf(log.model(), 'resources').writing?.flags).toEqual([{ at: 4, text: 'drie' }]);
    expect(saysOf(sectionOf(log.model(), 'resources'))).toContain('Getal in woorden, niet gebonden aan een cijfer: drie.');
  });

  it('shows a pinned figure that cannot be read as such', () => {
    const { log } = written();
    log.write('resources', 'nl', 'Er waren {{n}}.', [{ token: 'n', figure: 'eyJpbmRpY2F0b3IiOiJ4In0', format: 'value' }]);
    expect(saysOf(sectionOf(log.model(), 'resources'))[0]).toBe('Er waren cijfer dat niet te lezen is.');
  });
});

describe('a report', () => {
  it('is made of what is recorded before anybody drafts it, and nothing is known before the first event', () => {
    const empty = new ReportLog().model('nl', { today: '2022-01-01' });
    expect(empty.state).toBe('not-drafted');
    expect(unboundNumbers(empty)).toEqual([]);
  });

  it('is a draft, goes out, and is a draft again', () => {
    const { log } = written();
    expect(log.model().state).toBe('draft');
    log.add(reportIssued, of, { ...STREAM, on: '2022-03-01', at: '2022-03-01' });
    expect(log.model().state).toBe('issued');
    expect(log.model('nl', { knownOn: '2022-02-01' }).state).toBe('draft');
    log.add(reportReopened, { ...of, reason: 'error-found' }, { ...STREAM, on: '2022-04-01', at: '2022-04-01' });
    expect(log.model().state).toBe('draft');
  });

  it('is listed once it is drafted', () => {
    const { log } = written();
    expect(reportsOf(log.facts(), { index: log.index() })).toEqual([
      { ...of, period: { from: '2021-01-01', to: '2021-12-31' }, state: 'draft', sectionsWritten: 2 },
    ]);
    const empty = new ReportLog();
    expect(reportsOf(empty.facts(), { index: empty.index() })).toEqual([]);
  });

  it('lists milestones by their day, corrections in the place of what they correct', () => {
    const log = new ReportLog();
    const [milestone] = milestoneTerm.events;
    const reached = (name: string) => ({ kind: 'other', title: { nl: name, fr: name } });
    const first = log.add(milestone!, reached('laatste'), { stream: 'milestone-a', on: '2021-05-01' });
    log.add(milestone!, reached('eerste'), { stream: 'milestone-b', on: '2020-05-01' });
    log.add(milestone!, reached('laatst verbeterd'), { stream: 'milestone-a', on: '2021-06-01', corrects: first });
    log.add(milestone!, reached('later'), { stream: 'milestone-c', on: '2022-06-01' });
    const strategy = sectionOf(log.model('nl', { today: '2026-01-31' }), 'strategy');
    expect(saysOf(strategy)).toEqual(expect.arrayContaining(['1 mei 2020: eerste', '1 juni 2021: laatst verbeterd']));
    expect(saysOf(strategy).join()).not.toContain('later');
  });
});

describe('what the machine writes', () => {
  const yearly = (log: ReportLog, asked: object = {}, language: TextLanguage = 'nl') =>
    reportView(log.facts(), { template: 'partnership-2025', year: 2021, language }, { today: '2026-01-31', index: log.index(), ...asked });

  it('says once that there is no plan, and puts no heading over nothing', () => {
    const none = 'Geen enkel actieplan omvat deze periode.';
    expect(saysOf(sectionOf(yearly(new ReportLog()), '2.1')).filter((line) => line === none)).toHaveLength(1);
    expect(saysOf(sectionOf(new ReportLog().model('nl', { today: '2026-01-31' }), 'sheets'))).toEqual([none]);
  });

  it('shows quarters between their bounds, and says that they are not the year when a day is not certain', () => {
    const log = new ReportLog();
    const state = (on: NonNullable<Parameters<Log['state']>[1]>['on'], stream: string) =>
      log.state([many('session-attendances', 'attendance', exactly(12), { dims: { kind: 'info-session' } })], {
        on,
        at: '2021-12-31',
        stream,
      });
    state('2021-02-03', 'thing-a');
    const sure = saysOf(sectionOf(yearly(log), '2.4'));
    expect(sure).toContain('Eerste kwartaal 2021');
    expect(sure.join()).not.toContain('niet zeker');
    state(between('2021-03-15', '2021-04-15'), 'thing-b');
    const unsure = saysOf(sectionOf(yearly(log), '2.4'));
    expect(unsure).toEqual(expect.arrayContaining([expect.stringContaining('niet zeker')]));
  });

  it.each([
    ['nl', 'minstens 12 aanwezigheden', '12 aanwezigheden'],
    ['fr', 'au moins 12 présences', '12 présences'],
    ['en', 'at least 12 attendances', '12 attendances'],
  ] as const)(
    'says in %s that it knows of at least so many until the record is complete, on a page and in a document',
    async (language, open, closed) => {
      const log = new ReportLog();
      const attended = [many('session-attendances', 'attendance', exactly(12), { dims: { kind: 'info-session' } })];
      log.state(attended, { on: '2021-02-03', at: '2021-12-31', stream: 'thing-a' });
      const counted = (model: ReportModel): readonly (string | undefined)[] =>
        sectionOf(model, '2.4').blocks.flatMap((block) =>
          block.kind === 'table' ? block.rows.map(([, value]) => wordsOf(value ?? [])) : [],
        );
      const model = yearly(log, {}, language);
      expect(counted(model)).toEqual([open]);
      expect(unboundNumbers(model)).toEqual([]);
      expect(reportHtml(model)).toContain(`>${open}</a></td>`);
      expect(
        unzipped(await reportDocx(model))
          .get('word/document.xml')!
          .toString(),
      ).toContain(`>${open}</w:t>`);
      log.cover('session-attendances', '2021-01-01', '2021-12-31');
      expect(counted(yearly(log, {}, language))).toEqual([closed]);
    },
  );

  it('tells the scores of the aims with their reasons: agreed, split or too few, and marks what rests on something that moved', () => {
    const log = new ReportLog();
    const scale = { min: 0, max: 5, anchors: [] };
    const of = { stream: 'self-evaluation-2021', on: '2021-12-20', at: '2021-12-21' };
    const opened = { year: 2021, period: { from: '2021-01-01', to: '2021-12-31' }, scale, caveat: { nl: 'Context telt mee.', fr: 'x' } };
    log.add(selfEvaluationOpened, opened, of);
    const held = log.state([many('held', 'session', exactly(3), {})], { on: '2021-03-04', at: '2021-03-05', stream: 'thing-a' });
    const score = (aim: Aim, given: number, n: number, events: readonly string[] = []) =>
      log.add(
        aimScored,
        { year: 2021, aim, score: given, scale, scorer: `pro-${n}`, role: 'partner', rationale: { nl: `Reden ${n}.`, fr: 'x' }, events },
        of,
      );
    [3, 3, 4, 3, 2].forEach((given, n) => score('experience', given, n));
    [4, 2, 5, 1, 4].forEach((given, n) => score('workforce', given, n));
    score('equity', 4, 1, [held]);
    const section = sectionOf(yearly(log), '1.4');
    const table = section.blocks.find((block) => block.kind === 'table')!;
    expect(table.rows.map((row) => row.map(wordsOf).slice(1))).toEqual([
      ['3', 'eensgezind, 5 scores'],
      ['niet geregistreerd', 'niet geregistreerd'],
      ['niet geregistreerd', 'niet geregistreerd'],
      ['4; 2; 5; 1; 4', 'verdeeld, 5 scores'],
      ['4', 'te weinig scores om van eensgezindheid te spreken'],
    ]);
    expect(saysOf(section)).toEqual(
      expect.arrayContaining(['Gelijke kansen op gezondheid, motivering (partnerorganisatie): Reden 1.', 'Context telt mee.']),
    );
    expect(section.blocks.filter((block) => block.kind === 'callout' && block.tone === 'stale')).toEqual([]);
    log.withdraw(held, { at: '2022-02-01', stream: 'thing-a' });
    const later = yearly(log);
    expect(unboundNumbers(later)).toEqual([]);
    expect(saysOf(sectionOf(later, '1.4'))).toContain('Gelijke kansen op gezondheid: een score rust op iets dat intussen gewijzigd is.');
  });
});

describe('a number that rests on nothing', () => {
  const model = (line: ReportModel['about'][number]) => ({ title: 'Verslag 2021', about: [line], sections: [] });

  it.each([
    ['typed into a sentence', [text('Er waren 12 sessies.')], ['12']],
    ['a figure without an id', [{ kind: 'number', text: '12', figure: '' }], ['12']],
    ['a count of other things than it names', [{ kind: 'count', text: '12', of: ['a'] }], ['12']],
    ['a name of nothing', [{ kind: 'name', text: 'P3', of: '' }], ['3']],
  ] as const)('is found: %s (planted defect)', (_, line, found) => {
    expect(unboundNumbers(model(line))).toEqual(found);
  });

  it.each([
    ['in a date', [text('Op 1 november 2021.')]],
    ['that is a figure', [{ kind: 'number', text: '12', figure: 'id' }]],
    ['of a plan', [{ kind: 'target', text: '40', event: 'id' }]],
    ['that counts what it names', [{ kind: 'count', text: '2', of: ['a', 'b'] }]],
  ] as const)('is not one %s', (_, line) => {
    expect(unboundNumbers(model(line))).toEqual([]);
  });

  it('is found in a table of a section, too', () => {
    const table = { kind: 'table', caption: [], head: [], rows: [[[text('7')]]] } as const;
    const section = { code: 'x', title: [text('X')], level: 1, state: 'automatic', blocks: [table] } as const;
    expect(unboundNumbers({ title: '', about: [], sections: [section] })).toEqual(['7']);
  });
});

describe('the templates', () => {
  const sections = Object.values(templates).flatMap(({ code, sections: own }) =>
    sectionsOf(own).map((section) => ({ template: code, section })),
  );

  it('let somebody write exactly where the term takes a text', () => {
    expect(sections.filter(({ template, section }) => section.guided !== isSectionOf(template, section.code))).toEqual([]);
  });

  const asked = sections.flatMap(({ section }) =>
    section.auto.flatMap((auto): readonly AskedFigure[] => {
      if ('quarters' in auto) return [{ indicator: auto.quarters }];
      return 'figures' in auto ? auto.figures.map((entry) => (typeof entry === 'string' ? { indicator: entry } : entry)) : [];
    }),
  );

  it('ask for indicators that exist', () => {
    expect(asked.filter(({ indicator }) => !definitions.has(indicator))).toEqual([]);
    expect(asked.length).toBeGreaterThan(30);
  });

  it('ask for parts that an indicator has, and that have a name', () => {
    const labels = new Labels();
    const parts = asked.flatMap(({ indicator, where = {} }) => Object.entries(where).map(([dim, value]) => ({ indicator, dim, value })));
    const nameless = parts.filter(({ indicator, dim, value }) => {
      const group = indicatorGroups.get(indicator);
      return !group || !('term' in group) || !labels.has('nl', `${group.term}.value.${dim}.${value}`);
    });
    const unknown = parts.filter(({ indicator, dim }) => !definitions.get(indicator)?.dimensions?.some(({ name }) => name === dim));
    expect([nameless, unknown]).toEqual([[], []]);
    expect(parts.length).toBeGreaterThan(3);
  });

  it('ask the twenty-two questions of the funder in five blocks, beside identification and annex', () => {
    const questions = sectionsOf(templates['partnership-2025'].sections).filter(({ number }) => /^\d\.\d$/.test(number ?? ''));
    expect(questions.map(({ code }) => code)).toHaveLength(22);
    expect(templates['partnership-2025'].sections.map(({ code }) => code)).toEqual([
      'identification',
      ...[1, 2, 3, 4, 5].map((n) => `block-${n}`),
      'annex',
    ]);
  });
});
