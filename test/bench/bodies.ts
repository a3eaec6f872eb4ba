import { SeededDraw } from '@app/partnership/synthetic/seeded-draw';

const COMMON = {
  occurred: { from: '2021-03-04', to: '2021-03-04', nature: 'point', precision: 'day' },
  planRefs: [{ plan: '2021', action: 15 }],
  team: 'team-1',
  language: 'nl',
  sourceRef: { ref: 'S000', locator: 573 },
};

export const PLAN = {
  ...COMMON,
  kind: 'info-session',
  title: { nl: 'Oefensessie over samenwerking', fr: 'Séance d’essai sur la collaboration' },
};

/** A command without free text on a session that is planned already; 270 bytes of JSON or little less. */
export const registerParticipant = (session: string): string => JSON.stringify({ session, ...COMMON, profession: 'nurse' });

/** A command with one sealed text on a stream of its own: a new slot each time. */
export const holdSessionWithRemark = (heads: number): string =>
  JSON.stringify({
    ...PLAN,
    heads: { value: heads, exactness: 'exact' },
    remark: 'Two of those present asked for a second session about the same subject in spring.',
  });

/** The items in an order that touches a random place each time, round after round. */
export function endless<T>(items: readonly T[], seed: number): () => T {
  const draw = new SeededDraw(seed);
  const order = [...items];
  for (let n = order.length - 1; n > 0; n--) {
    const other = draw.below(n + 1);
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  let at = 0;
  return () => order[at++ % order.length]!;
}
