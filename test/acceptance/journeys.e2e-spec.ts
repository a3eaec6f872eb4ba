import { filled, isCorrection, type Journey, journeys, type Made } from './journeys';
import systems from '../../docs/reference/systems.json';
import { TestService } from '../support/service';

const SYSTEMS = systems.map(({ id }) => id);

let service: TestService;
let commands: ReadonlyMap<
  string,
  { readonly term: string; readonly systems: readonly string[]; readonly refusals: readonly { readonly code: string }[] }
>;

beforeAll(async () => {
  service = await TestService.start();
  const { body } = await service.get('/api/commands');
  commands = new Map(body.commands.map((command: { readonly name: string }) => [command.name, command]));
});

afterAll(() => service.remove());

/** The computed figures of a journey, in its order; what nothing is known about counts as 0. */
async function count({ figures, principal }: Journey, position?: string): Promise<readonly number[]> {
  const values: number[] = [];
  for (const { indicator, period, where, territory } of figures) {
    const asked = { where, territory, position, origin: principal === undefined ? undefined : 'synthetic' };
    const query = new URLSearchParams({ period });
    for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
    const answer = await service.get(`/api/indicators/${indicator}/figures?${query}`);
    expect([indicator, answer.status]).toEqual([indicator, 200]);
    values.push(answer.body.figures[0].computed?.value ?? 0);
  }
  return values;
}

async function travel(journey: Journey): Promise<void> {
  const made = new Map<string, Made>();
  const headers: Record<string, string> =
    journey.principal === undefined ? {} : { authorization: `Bearer ${service.tokenOf(journey.principal, 'journeys')}` };
  const atStart = await count(journey);
  let position: string | undefined;
  let beforeCorrection: readonly number[] | undefined;
  for (const step of journey.steps) {
    const { command, body, as, refused } = step;
    if (isCorrection(step)) beforeCorrection ??= await count(journey, position);
    const before = await service.count();
    const answer = await service.post(command, filled(body, made), headers);
    const after = await service.count();
    const { code, errors } = answer.body;
    const expected = refused === undefined ? { status: 201 } : { status: 409, code: refused };
    expect({ command, body, answer: { status: answer.status, code, ...(refused === undefined ? { errors } : {}) } }).toEqual({
      command,
      body,
      answer: expected,
    });
    if (refused === undefined) {
      expect(after - before).toBe(answer.body.eventIds.length);
      expect(answer.body.streamId).toMatch(/^[a-z-]+-/);
      position = answer.body.position;
    } else {
      expect(after).toBe(before);
      for (const language of ['nl', 'fr', 'en']) expect(answer.body.message[language]).not.toContain(refused);
    }
    if (as !== undefined) made.set(as, answer.body);
  }
  const atEnd = await count(journey, position);
  const changes = journey.figures.map((figure, n) => ({
    ...figure,
    by: [(beforeCorrection?.[n] ?? atEnd[n]!) - atStart[n]!, atEnd[n]! - atStart[n]!],
  }));
  expect(changes).toEqual(journey.figures);
}

describe('over HTTP', () => {
  it.each(journeys.map((journey) => ({ name: journey.name, journey })))(
    '$name goes its way, refuses what contradicts it, is corrected and counts',
    ({ journey }) => travel(journey),
  );
});

describe('the journeys', () => {
  it('have names of their own', () => {
    const names = journeys.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(journeys.map((journey) => ({ name: journey.name, journey })))(
    '$name has a happy path, two refusals, a correction and a figure that changes',
    ({ journey: { steps, figures, systems } }) => {
      const refusals = steps.filter(({ refused }) => refused !== undefined);
      expect(systems.filter((system) => !SYSTEMS.includes(system))).toEqual([]);
      expect(systems).not.toEqual([]);
      expect(steps.some((step) => step.refused === undefined && !isCorrection(step))).toBe(true);
      expect(refusals.length).toBeGreaterThanOrEqual(2);
      expect(steps.some(isCorrection)).toBe(true);
      expect(figures.some(({ by }) => by.some((change) => change !== 0))).toBe(true);
    },
  );

  it.each(journeys.map((journey) => ({ name: journey.name, journey })))(
    '$name meets no refusal that its command does not tell of',
    ({ journey }) => {
      for (const { command, refused } of journey.steps) {
        if (refused === undefined) continue;
        const told = commands.get(command)?.refusals.map(({ code }) => code) ?? [];
        // A correction may be refused by the record itself, whatever the command.
        expect({ command, refused, told: told.includes(refused) || refused.startsWith('record.') }).toEqual({
          command,
          refused,
          told: true,
        });
      }
    },
  );

  it.each(journeys.map((journey) => ({ name: journey.name, journey })))('$name shows systems that its commands serve', ({ journey }) => {
    const served = new Set(journey.steps.flatMap(({ command }) => commands.get(command)?.systems ?? []));
    expect(journey.systems.filter((system) => !served.has(system))).toEqual([]);
  });

  it('go through every term', () => {
    const travelled = new Set(journeys.flatMap(({ steps }) => steps.map(({ command }) => commands.get(command)?.term)));
    expect([...new Set([...commands.values()].map(({ term }) => term))].filter((term) => !travelled.has(term))).toEqual([]);
  });

  it('show every system of the field', () => {
    const shown = new Set(journeys.flatMap(({ systems }) => systems));
    expect(SYSTEMS.filter((system) => !shown.has(system))).toEqual([]);
  });
});
