import { defineEvent, type FieldClass, Sealed, type SubjectKind } from '@app/decider';
import { fieldClassProblems } from '.';

const withFields = (fields: Record<string, FieldClass>, subject: SubjectKind = 'professional') =>
  defineEvent<any>()({ type: 'ThingHappened', version: 1, subject, tense: 'fact', fields });

describe('fieldClassProblems', () => {
  it('has nothing to say about an event type that is as it should be', () => {
    const definition = withFields(
      { kind: 'core', title: 'public-text', structures: 'more', owner: 'internal', commune: 'quasi', note: 'text' },
      'care',
    );
    const sample = {
      kind: 'multidisciplinary',
      title: { nl: 'Een titel van meer dan vier woorden', fr: 'Un titre' },
      structures: ['org-a'],
      owner: 'acct-a',
      commune: 'x',
      note: new Sealed('a text of quite some words'),
    };
    expect(fieldClassProblems(definition, sample)).toEqual([]);
  });

  it.each<[string, Record<string, FieldClass>, object, SubjectKind, string]>([
    ['a field without a class', { kind: 'core' }, { kind: 'a', other: 1 }, 'none', 'other: in the data without a class'],
    ['an unknown class', { kind: 'secret' as FieldClass }, {}, 'none', 'kind: no known class'],
    ['a name that is not plain', { 'a b': 'core' }, {}, 'none', 'a b: not a plain ASCII name'],
    ['the reserved name', { territory: 'more' }, {}, 'none', 'territory: the envelope keeps this name in "more" for itself'],
    ['typed text in the clear', { note: 'core' }, { note: 'this was typed by somebody' }, 'none', 'note: typed text in the clear'],
    [
      'typed text deep inside',
      { lines: 'more' },
      { lines: [{ note: 'this was typed by somebody' }] },
      'none',
      'lines: typed text in the clear',
    ],
    ['a wrapped value in the clear', { note: 'internal' }, { note: new Sealed('x') }, 'none', 'note: wrapped, but of a class in the clear'],
    [
      'a quasi-identifier in the clear',
      { ageBand: 'core' },
      { ageBand: '80-84' },
      'care',
      'ageBand: tells a care person apart, in the clear',
    ],
    ['the day of a care event', { due: 'core' }, { due: '2021-03-29' }, 'care', 'due: the day of a care event, in the clear'],
  ])('finds %s', (_name, fields, sample, subject, problem) => {
    expect(fieldClassProblems(withFields(fields, subject), sample)).toEqual([problem]);
  });

  it('minds days and dimensions only where the subject is a care person', () => {
    expect(fieldClassProblems(withFields({ due: 'core', language: 'core' }), { due: '2021-03-29', language: 'nl' })).toEqual([]);
  });
});
