import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Occurred, RecordedEvent, SourceRef } from '@app/decider';
import { recorded } from '@app/decider/spec';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { CommandBody } from './command-body';
import type { FactDraft } from './facts';
import { meetingTerm } from './meeting/meeting.term';
import { observationTerm } from './observation/observation.term';
import { outputTerm } from './output/output.term';
import type { Term } from './term';

interface Line {
  readonly key: string;
  readonly command: string;
  readonly body: Record<string, unknown> & {
    readonly occurred: Partial<Occurred> & { readonly from: string };
    readonly sourceRef: SourceRef;
  };
}

const terms: readonly Term[] = [meetingTerm, outputTerm, observationTerm];

const lines = ['30-plenaries-and-meetings', '32-outputs', '33-communication'].flatMap((register) =>
  readFileSync(join(__dirname, `../../../data/2021/${register}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line),
);

const streamIdOf = (term: Term, key: string): string => `${term.name}-${Buffer.from(key).toString('base64url')}`;

/** Each `$ref` becomes the stream that its line made. */
const resolved = (term: Term, body: Line['body']): object =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]) => {
      const ref = (value as { $ref?: string } | null)?.$ref;
      return [field, ref === undefined ? value : streamIdOf(term, ref)];
    }),
  );

function play() {
  const streams = new Map<string, unknown>();
  const facts: { readonly fact: FactDraft; readonly event: RecordedEvent }[] = [];
  const problems: string[] = [];
  for (const { key, command, body } of lines) {
    const term = terms.find(({ commands }) => commands.some(({ name }) => name === command))!;
    const definition = term.commands.find(({ name }) => name === command)!;
    const instance = plainToInstance<CommandBody, object>(definition.body, resolved(term, body));
    const invalid = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
    if (invalid.length > 0) problems.push(`${key}: ${invalid.join()}`);
    const target = definition.target(instance);
    const streamId =
      target.kind === 'created'
        ? streamIdOf(term, key)
        : target.kind === 'existing'
          ? target.streamId
          : `${term.name}-${JSON.stringify(target)}`;
    const { from, to = from, nature = 'point', precision = 'day' } = body.occurred;
    const occurred: Occurred = { from, to, nature, precision };
    const state = streams.get(streamId) ?? term.evolution.initialState;
    const decided = definition.decide(instance, state, { streamId, today: '2026-01-15', occurred, newId: String });
    if (decided.length !== 1) problems.push(`${key}: ${decided.length} events`);
    for (const { definition: made, data } of decided) {
      const event = recorded(made, data, { id: key, streamId, occurred });
      streams.set(streamId, term.evolution.evolve(streams.get(streamId) ?? term.evolution.initialState, event));
      for (const fact of term.facts[made.type]!(event)) facts.push({ fact: fact as FactDraft, event });
    }
  }
  return { facts, problems };
}

describe('meetings, outputs and observations of 2021', () => {
  const { facts, problems } = play();
  const during2021 = ({ occurred }: RecordedEvent) => occurred.from >= '2021-01-01' && occurred.to <= '2021-12-31';
  const values = (type: string, dims: Record<string, string>) =>
    facts
      .filter(
        ({ fact, event }) =>
          fact.type === type && during2021(event) && Object.entries(dims).every(([dim, value]) => fact.dims?.[dim] === value),
      )
      .map(({ fact }) => fact.v);

  it('are recorded line by line, one event each', () => {
    expect(problems).toEqual([]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(lines.every(({ key, body }) => key.split(':')[1] === String(body.sourceRef.locator))).toBe(true);
  });

  it('has three plenaries, with their attendance', () => {
    expect(values('meeting-held', { kind: 'plenary' })).toEqual([1, 1, 1]);
    expect(values('meeting-attendances', { kind: 'plenary' })).toEqual([37, 35, 29]);
  });

  it('has five meetings of the neighbourhood group, with their attendance', () => {
    expect(values('meeting-held', { kind: 'neighbourhood-group' })).toEqual([1, 1, 1, 1, 1]);
    expect(values('meeting-attendances', { kind: 'neighbourhood-group' })).toEqual([14, 22, 16, 13, 25]);
  });

  it('has one open forum, and leaves a meeting of 2022 outside the year', () => {
    expect(values('meeting-held', { kind: 'open-forum' })).toEqual([1]);
    expect(values('meeting-held', { kind: 'network-meeting' })).toEqual([]);
  });

  it('has the outputs that are printed with a date', () => {
    expect(values('output-delivered', { kind: 'magazine-issue', stage: 'published' })).toEqual([1, 1]);
    expect(values('output-delivered', { kind: 'website', stage: 'published' })).toEqual([1]);
  });

  it('has the subscribers of three networks and the contacts at the end of the year', () => {
    expect(values('subscribers', {})).toEqual([295, 190, 325]);
    expect(values('mailing-contacts', {})).toEqual([6682]);
  });
});
