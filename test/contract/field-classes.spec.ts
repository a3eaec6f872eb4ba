import { decodeEvent, fieldClassProblems } from '@app/audit';
import { terms } from '@app/partnership';
import { samplesOf, storedSample } from '../support/samples';

const cases = terms.flatMap((term) => {
  const samples = samplesOf(term.name);
  return term.events.map((definition) => ({
    name: `${term.name}: ${definition.type}`,
    definition,
    samples: samples.filter(({ type, version }) => type === definition.type && version === definition.version),
  }));
});

describe('every event type', () => {
  it('has a name of its own over all terms', () => {
    const names = cases.map(({ definition }) => definition.type);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(cases)('$name has a frozen sample of its version, and a class for each field of it', ({ definition, samples }) => {
    expect(samples).not.toEqual([]);
    expect(samples.flatMap(({ data }) => fieldClassProblems(definition, data))).toEqual([]);
  });

  it.each(cases)('$name can be stored and read back', ({ definition, samples }) => {
    for (const { data } of samples) {
      const decoded = decodeEvent(storedSample(definition, data));
      const fields = definition.fields as Readonly<Record<string, string>>;
      const clear = Object.entries(data).filter(([field]) => !['quasi', 'personal', 'text'].includes(fields[field] ?? ''));
      expect(decoded.data).toEqual(Object.fromEntries(clear));
    }
  });
});
