import { SeededDraw } from './seeded-draw';

export interface ActivityOptions {
  readonly seed: number;
  readonly teams: number;
  readonly days: number;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
}

export interface GeneratedLine {
  readonly key: string;
  readonly command: string;
  readonly body: object;
}

const DAY_MS = 86_400_000;
const PERSONS_PER_TEAM = 400;
const PROFESSIONALS_PER_TEAM = 60;

interface Desk {
  readonly draw: SeededDraw;
  readonly team: number;
  readonly day: string;
  readonly next: (kind: string) => string;
}

type Work = (desk: Desk) => readonly GeneratedLine[];

const common = ({ team, day }: Desk) => ({ occurred: { from: day }, team: `team-${team}` });
const professional = ({ draw, team }: Desk): string => `pro-syn-${team}-${draw.below(PROFESSIONALS_PER_TEAM)}`;
const person = ({ draw, team }: Desk): string => `person-syn-${team}-${draw.below(PERSONS_PER_TEAM)}`;
const several = (desk: Desk, most: number): string[] => [...new Set(Array.from({ length: 1 + desk.draw.below(most) }, () => professional(desk)))];

const session: Work = (desk) => {
  const { draw, next } = desk;
  const heads = 3 + draw.below(40);
  return [
    {
      key: next('session'),
      command: 'hold-session',
      body: {
        ...common(desk),
        kind: draw.pick(['info-session', 'webinar']),
        title: { nl: `Oefensessie ${draw.below(1_000)}`, fr: `Séance d’essai ${draw.below(1_000)}` },
        heads: { value: heads, exactness: 'exact' },
        ...(draw.chance(0.4) ? { registrations: { value: heads + draw.below(20), exactness: 'exact' } } : {}),
      },
    },
  ];
};

const inclusion: Work = (desk) => {
  const { draw, next, day } = desk;
  return [
    {
      key: next('inclusion'),
      command: 'include-person',
      body: {
        ...common(desk),
        person: person(desk),
        programme: draw.pick(['boost', 'protocol-3']),
        period: day.slice(0, 4),
        ageBand: draw.pick(['65-79', '80-plus']),
        commune: draw.pick(['21001', '21004', '21012', '21015']),
      },
    },
  ];
};

const concertation: Work = (desk) => {
  const { draw, next } = desk;
  return [
    {
      key: next('concertation'),
      command: 'hold-concertation',
      body: {
        ...common(desk),
        kind: 'multidisciplinary',
        concerns: 'person',
        person: person(desk),
        mode: draw.pick(['online', 'in-person']),
        present: several(desk, 6),
        durationMinutes: 30 + 15 * draw.below(5),
      },
    },
  ];
};

const helpdesk: Work = (desk) => {
  const { draw, next } = desk;
  const key = next('contact');
  const contact = {
    key,
    command: 'register-contact',
    body: { ...common(desk), channel: draw.pick(['call', 'mail']), line: draw.pick(['general', 'psychology']), callerProfession: draw.pick(['nurse', 'general-practitioner', 'social-worker']) },
  };
  const answer = { key: next('answer'), command: 'answer-contact', body: { ...common(desk), contact: { $ref: key }, handling: draw.pick(['direct', 'deferred']), durationMinutes: 2 + draw.below(40) } };
  return draw.chance(0.8) ? [contact, answer] : [contact];
};

/** How often a team does each on one day. */
const WORKS: readonly { readonly work: Work; readonly perDay: number }[] = [
  { work: helpdesk, perDay: 4 },
  { work: session, perDay: 0.5 },
  { work: concertation, perDay: 0.8 },
  { work: inclusion, perDay: 1 },
];

const dayOf = (from: string, n: number): string => new Date(Date.parse(`${from}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

/**
 * Synthetic activity as import lines, the same for the same options, day after day. For benches, tests and demonstrations: imported by a generator's
 * principal it carries the source `synthetic` and never enters a figure of the record. No register number, no name.
 */
export function* generateActivity({ seed, teams, days, from }: ActivityOptions): Generator<GeneratedLine> {
  const draw = new SeededDraw(seed);
  let count = 0;
  const next = (kind: string): string => `synthetic:${seed}:${kind}:${count++}`;
  for (let n = 0; n < days; n++) {
    const day = dayOf(from, n);
    for (let team = 1; team <= teams; team++) {
      const desk: Desk = { draw, team, day, next };
      for (const { work, perDay } of WORKS) {
        for (let times = draw.times(perDay); times > 0; times--) yield* work(desk);
      }
    }
  }
}
