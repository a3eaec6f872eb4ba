import type { Figure, QuotedAction, ScoreChange, TextCourse } from '@app/indicators';
import { Labels } from '@app/labels';
import { Sentences } from './sentences';

const label = { nl: 'Sessies', fr: 'Séances', en: 'Sessions' };
const ten = {
  definition: { code: 'information-sessions', version: 1 },
  countKind: 'session',
  value: 10,
  lo: 10,
  hi: 10,
  exactness: 'exact',
  shown: 'computed',
} as Figure;

const say = (after: Partial<Figure>, before: Partial<Figure> = {}) =>
  new Sentences(new Labels(), 2).figure({ before: { ...ten, ...before }, after: { ...ten, ...after }, label, events: [] });

/** The spaces that a locale puts into numbers are not those of a keyboard. */
const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('a sentence about a figure', () => {
  it('says what it was and what it is, in three languages, with numbers as they are written in Belgium', () => {
    const { nl, fr, en } = say({ value: 12_345, lo: 12_345, hi: 12_345 });
    expect([plain(nl), plain(fr), plain(en)]).toEqual([
      'Sessies: 10 in editie 2, nu 12.345.',
      'Séances : 10 dans l’édition 2, 12 345 maintenant.',
      'Sessions: 10 in edition 2, 12,345 now.',
    ]);
  });

  it.each<[string, Partial<Figure>]>([
    ['minstens 7', { value: null, lo: 7, hi: null, exactness: 'lower-bound' }],
    ['hoogstens 7', { value: null, lo: null, hi: 7, exactness: 'upper-bound' }],
    ['7 tot 9', { value: null, lo: 7, hi: 9, exactness: 'range' }],
    ['minstens 7', { value: 7, lo: 7, hi: null, exactness: 'exact' }],
    ['minstens 10', { hi: null }],
    ['10 tot 12', { hi: 12 }],
    ['ongeveer 800', { value: 800, lo: null, hi: null, exactness: 'approximate' }],
    ['27 volgens een document', { value: 27, lo: 27, hi: 27, shown: 'claim' }],
    ['opgaven die elkaar tegenspreken', { value: null, lo: null, hi: null, shown: 'disputed' }],
    ['niet geregistreerd', { value: null, lo: null, hi: null, shown: 'none' }],
    ['geen som, want de delen tellen iets anders', { value: null, refusal: { code: 'figure.mixed-count-kinds' }, shown: 'none' }],
    ['€ 1.234,50', { value: 123_450, lo: 123_450, hi: 123_450, countKind: 'euro' }],
    ['35,12%', { value: 3_512, lo: 3_512, hi: 3_512, countKind: 'percentage' }],
  ])('says %s', (value, after) => {
    expect(plain(say(after).nl)).toBe(`Sessies: 10 in editie 2, nu ${value}.`);
  });

  it('says that the edition did not have it', () => {
    const sentence = new Sentences(new Labels(), 2, 'nl').figure({ after: ten, label, events: [] });
    expect(sentence).toEqual({ nl: 'Sessies: nu 10; stond niet in editie 2.' });
  });
});

describe('a sentence about a plan', () => {
  const target = { target: '1-1', eventId: 'e', label };
  const action = { number: 4, lifecycle: 'planned', title: label } as QuotedAction;
  const sentences = new Sentences(new Labels(), 1, 'en');

  it('says of a target that it was revised, set or taken back', () => {
    expect([
      sentences.target({ before: target, after: target }).en,
      sentences.target({ after: target }).en,
      sentences.target({ before: target }).en,
    ]).toEqual([
      'Sessions: the target was revised after edition 1.',
      'Sessions: this target was set after edition 1.',
      'Sessions: this target stood in edition 1 and is gone.',
    ]);
  });

  it('says which course an action took', () => {
    expect(sentences.action({ before: action }).en).toBe('Action 4: Planned in edition 1, not in the plan now.');
    expect(sentences.action({ before: action, after: { ...action, lifecycle: 'closed' } }).en).toBe(
      'Action 4: Planned in edition 1, Closed now.',
    );
  });

  it('says that other things are said of an action', () => {
    const renamed = { ...action, title: { nl: 'x', fr: 'x' } };
    expect(sentences.action({ before: action, after: renamed }).en).toBe('Action 4: what is said of it is not what edition 1 said.');
  });

  it('says how much in all', () => {
    expect([sentences.summary(0).en, sentences.summary(3).en]).toEqual([
      'Nothing has changed since edition 1.',
      'Changes since edition 1: 3.',
    ]);
  });
});

describe('a sentence about a self-evaluation', () => {
  const sentences = new Sentences(new Labels(), 1, 'en');
  const of = { year: 2025, aim: 'value' } as const;
  const given = (score: number, stale = false) => ({ event: `e${score}`, score, stale });
  const say = (change: Partial<ScoreChange>) => sentences.score({ ...of, role: 'partner', evidence: [], ...change }).en;
  const who = 'More from the same means (Partner organisation)';

  it('says of a score that it is another, the same again, new, gone, or on other ground', () => {
    expect([
      say({ before: given(2), after: given(3) }),
      say({ before: given(2), after: given(2) }),
      say({ after: given(3) }),
      say({ before: given(2) }),
      say({ before: given(2), after: given(2, true), evidence: ['e'] }),
    ]).toEqual([
      `${who}: 2 in edition 1, 3 now.`,
      `${who}: scored anew after edition 1, 2 again.`,
      `${who}: 3 now; it was not in edition 1.`,
      `${who}: 2 stood in edition 1 and is gone.`,
      `${who}: what the score rests on stands otherwise than in edition 1.`,
    ]);
  });

  it('says which score a document prints', () => {
    const printed = sentences.score({ ...of, evidence: [], before: { event: 'a', score: 4 }, after: { event: 'b', score: 3 } });
    expect(printed.en).toBe('More from the same means (as printed): 4 in edition 1, 3 now.');
  });

  it('says what scorers agree on', () => {
    const after = { state: 'agreed', scorers: 6, outside: 0, median: 2.5 } as const;
    const nl = new Sentences(new Labels(), 1, 'nl').agreement({ ...of, before: { state: 'too-few', scorers: 4 }, after });
    expect(nl.nl).toMatch(/ 2025: 4 scores, te weinig .* in editie 1, nu overeenstemming van 6, mediaan 2,5\.$/);
    expect(sentences.agreement({ ...of, after }).en).toBe(
      'More from the same means 2025: not recorded in edition 1, 6 agree, median 2.5 now.',
    );
  });
});

describe('a sentence about a report', () => {
  const sentences = new Sentences(new Labels(), 2, 'en');
  const title = { nl: 'Besluit', fr: 'Conclusion', en: 'Conclusion' };

  it.each<[TextCourse, string]>([
    ['written', 'the text was written after edition 2.'],
    ['rewritten', 'another text has stood here since edition 2.'],
    ['gone', 'the text of edition 2 was taken back.'],
    ['approved', 'the text was approved after edition 2.'],
    ['not-approved', 'the approval of edition 2 no longer holds.'],
    ['stale', 'a figure in the text has moved since edition 2.'],
    ['fresh', 'the figures in the text are right again, as they were not in edition 2.'],
  ])('says of a text that is %s', (course, words) => {
    expect(sentences.text({ section: 'conclusion', title, textLanguage: 'fr', course }).en).toBe(`Conclusion (French): ${words}`);
  });

  it('says where other things are listed', () => {
    const listing = sentences.listing({ section: 'strategy', title, lines: {} });
    expect(listing.en).toBe('Conclusion: what is listed or counted here is not what edition 2 showed.');
  });
});
