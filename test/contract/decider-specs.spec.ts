import { type CommandDefinition, terms } from '@app/partnership';
import { decisionName, gapsOf, specsOf } from '../support/decider-specs';

/*
 * Every command has its given/when/then beside its term: what it records, and each refusal that it tells of. What the specs say is for them to prove;
 * that nothing is left out is proved here, by their text.
 */

describe('the specs of a term', () => {
  it.each(terms.map((term) => [term.name, term] as const))('%s leave no command, event or refusal out', (name, term) => {
    expect(gapsOf(term, specsOf(name), (command) => decisionName(name, command))).toEqual([]);
  });
});

describe('a spec', () => {
  const command = {
    name: 'open-thing',
    emits: [{ type: 'ThingOpened' }],
    refusals: ['thing.already-opened'],
  } as unknown as CommandDefinition;
  const spec = `import { openThing } from './thing.decider';

describe('open a thing', () => {
  it('opens it once', () => {
    expect(thing().then(openThing, {})).toEqual([['ThingOpened', {}]]);
    expect(thing(opened).refuses(openThing, {})).toBe('thing.already-opened');
  });
});

describe('close a thing', () => {
  it('closes it', () => {
    expect(thing(opened).then(closeThing, {})).toEqual([['ThingClosed', {}]]);
  });
});
`;
  const gaps = (text: string, decision: string | undefined = 'openThing') => gapsOf({ commands: [command] }, [text], () => decision);

  it('that says it all leaves nothing out', () => {
    expect(gaps(spec)).toEqual([]);
  });

  it.each([
    ['is gone, and only imported', spec.replace(/describe\('open[^]*?\n}\);\n/, ''), ['open-thing: no spec decides it']],
    ['expects another event', spec.replace("'ThingOpened'", "'ThingShut'"), ['open-thing: no spec expects ThingOpened']],
    ['raises another refusal', spec.replace('already-opened', 'closed'), ['open-thing: no spec is refused with thing.already-opened']],
    [
      'raises its refusal only where another command is decided',
      spec.replace(/\n.*refuses.*/, '').replace("describe('close a thing', () => {", "$&\n  const code = 'thing.already-opened';"),
      ['open-thing: no spec is refused with thing.already-opened'],
    ],
  ])('is found out when it %s (planted defect)', (_, text, found) => {
    expect(gaps(text)).toEqual(found);
  });

  it('is found out when nothing exports the decision (planted defect)', () => {
    expect(gapsOf({ commands: [command] }, [spec], () => undefined)).toEqual(['open-thing: its decision has no name']);
  });
});
