import type { Figure } from '@app/indicators';
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
  const action = { number: 4, lifecycle: 'planned', title: label };
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

  it('says how much in all', () => {
    expect([sentences.summary(0).en, sentences.summary(3).en]).toEqual([
      'Nothing has changed since edition 1.',
      'Changes since edition 1: 3.',
    ]);
  });
});
