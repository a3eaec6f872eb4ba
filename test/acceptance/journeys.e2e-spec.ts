import { TestService } from '../support/service';
import { journeys, type Step } from './journeys';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});

afterAll(() => service.remove());

interface Made {
  readonly streamId: string;
  readonly eventIds: readonly string[];
}

const filled = (value: unknown, made: ReadonlyMap<string, Made>): unknown => {
  if (typeof value !== 'string') return value;
  if (value.startsWith('$')) return made.get(value.slice(1))!.streamId;
  return value.startsWith('#') ? made.get(value.slice(1))!.eventIds[0] : value;
};

/** Care persons come from synthetic sources only. */
const tokenFor = (term: string): Record<string, string> =>
  term === 'inclusion' ? { authorization: `Bearer ${service.tokenOf('generator', 'journeys')}` } : {};

async function travel(term: string, steps: readonly Step[]): Promise<void> {
  const made = new Map<string, Made>();
  const headers = tokenFor(term);
  for (const { command, body, as, refused } of steps) {
    const sent = Object.fromEntries(Object.entries(body).map(([field, value]) => [field, filled(value, made)]));
    const before = await service.count();
    const answer = await service.post(command, sent, headers);
    const expected = refused === undefined ? [201, undefined] : [409, refused];
    const { code, errors } = answer.body;
    expect({ command, answer: [answer.status, code], errors: refused === undefined ? errors : undefined }).toEqual({
      command,
      answer: expected,
      errors: undefined,
    });
    const after = await service.count();
    if (refused === undefined) {
      expect(after - before).toBe(answer.body.eventIds.length);
      expect(answer.body.streamId).toMatch(/^[a-z-]+-/);
    } else {
      expect(after).toBe(before);
      for (const language of ['nl', 'fr', 'en']) expect(answer.body.message[language]).not.toContain(refused);
    }
    if (as !== undefined) made.set(as, answer.body);
  }
}

describe('over HTTP', () => {
  it.each(Object.entries(journeys))('%s goes its way, and refuses what contradicts it', travel);

  it('every term goes one way at least, with a refusal', async () => {
    const { commands } = (await service.get('/api/commands')).body;
    expect(Object.keys(journeys).sort()).toEqual([...new Set(commands.map(({ term }: any) => term))].sort());
    for (const [term, steps] of Object.entries(journeys)) {
      expect([term, steps.some(({ refused }) => refused !== undefined)]).toEqual([term, true]);
      const own = new Map(commands.filter((command: any) => command.term === term).map((command: any) => [command.name, command]));
      for (const { command, refused } of steps) {
        if (refused === undefined || !own.has(command)) continue;
        expect((own.get(command) as any).refusals.map(({ code }: any) => code)).toContain(refused);
      }
    }
  });
});
