import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRegisters, type RegisterLine, type Submit, type Submitted } from './register-import';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kroniek-import-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function register(name: string, lines: readonly (object | string)[], end = '\n'): string {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)) + end).join(''));
  return file;
}

const line = (key: string, body: object = {}, command = 'hold-session'): RegisterLine => ({ key, command, body });
const recorded = (key: string): Submitted => ({
  kind: 'recorded',
  streamId: `session-${key}`,
  eventIds: [`event-${key}`],
  position: `at-${key}`,
});
const pause = async (): Promise<void> => undefined;

/** Records every line, but for those that `answers` says otherwise of; keeps what was sent. */
function service(answers: Readonly<Record<string, Submitted | readonly Submitted[]>> = {}): { submit: Submit; sent: RegisterLine[] } {
  const sent: RegisterLine[] = [];
  const submit: Submit = async (given) => {
    const before = sent.filter(({ key }) => key === given.key).length;
    sent.push(given);
    const answer = answers[given.key];
    if (answer === undefined) return recorded(given.key);
    return 'kind' in answer ? answer : answer[Math.min(before, answer.length - 1)]!;
  };
  return { submit, sent };
}

describe('an import', () => {
  it('sends the lines of its files in order, and reports what came of them', async () => {
    const one = register('1.ndjson', [line('a'), '', line('b')]);
    const two = register('2.ndjson', [line('c')], '\r\n');
    const { submit, sent } = service({ b: { kind: 'already-there', streamId: 'session-b', eventIds: ['event-b'], position: 'at-b' } });
    const report = await importRegisters([one, two], { submit, pause });
    expect(sent.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(report).toEqual({ lines: 3, recorded: 2, alreadyThere: 1, refused: [], position: 'at-c' });
  });

  it('reports every refused line with its file, number and reason, and goes on', async () => {
    const file = register('r.ndjson', [
      line('a'),
      '{"key": "b", ',
      { key: 'c', body: {} },
      line('d', { session: { $ref: 'nowhere' } }),
      '',
      line('e'),
      line('f'),
      'null',
    ]);
    const { submit, sent } = service({ e: { kind: 'refused', code: 'session.already-held', field: '/session', message: 'no' } });
    const { refused, ...rest } = await importRegisters([file], { submit, pause });
    expect(refused).toEqual([
      { file, line: 2, code: 'import.not-json' },
      { file, line: 3, code: 'import.not-a-command-line' },
      { file, line: 4, key: 'd', code: 'import.unknown-reference', message: 'nowhere' },
      { file, line: 6, key: 'e', code: 'session.already-held', field: '/session', message: 'no' },
      { file, line: 8, code: 'import.not-a-command-line' },
    ]);
    expect(rest).toEqual({ lines: 7, recorded: 2, alreadyThere: 0, position: 'at-f' });
    expect(sent.map(({ key }) => key)).toEqual(['a', 'e', 'f']);
  });

  it('puts in the streams and events that earlier lines made, at any depth, across files', async () => {
    const one = register('1.ndjson', [line('a')]);
    const two = register('2.ndjson', [
      line('b', { session: { $ref: 'a' }, list: [{ corrects: { $event: 'a' } }], title: { $ref: 'a', nl: 'x' }, n: 3 }),
    ]);
    const { submit, sent } = service();
    await importRegisters([one, two], { submit, pause });
    expect(sent[1]!.body).toEqual({ session: 'session-a', list: [{ corrects: 'event-a' }], title: { $ref: 'a', nl: 'x' }, n: 3 });
  });

  it('does not refer to a line that was refused', async () => {
    const file = register('r.ndjson', [line('a'), line('b', { session: { $ref: 'a' } })]);
    const { submit } = service({ a: { kind: 'refused', code: 'session.already-held' } });
    const { refused } = await importRegisters([file], { submit, pause });
    expect(refused.map(({ line: number, code }) => [number, code])).toEqual([
      [1, 'session.already-held'],
      [2, 'import.unknown-reference'],
    ]);
  });

  it('sends a line again, under its key, while the service cannot take it', async () => {
    const busy: Submitted = { kind: 'unavailable', code: 'store.unavailable' };
    const file = register('r.ndjson', [line('a'), line('b')]);
    const { submit, sent } = service({ a: [busy, busy, recorded('a')] });
    const pauses: number[] = [];
    const report = await importRegisters([file], { submit, pause: async (attempt) => void pauses.push(attempt) });
    expect(sent.map(({ key }) => key)).toEqual(['a', 'a', 'a', 'b']);
    expect(pauses).toEqual([0, 1]);
    expect(report).toMatchObject({ recorded: 2, refused: [] });
  });

  it('gives a line up after its retries, and reports it', async () => {
    const file = register('r.ndjson', [line('a'), line('b')]);
    const { submit, sent } = service({ a: { kind: 'unavailable', code: 'store.unavailable' } });
    const report = await importRegisters([file], { submit, pause, retries: 2 });
    expect(sent.map(({ key }) => key)).toEqual(['a', 'a', 'a', 'b']);
    expect(report).toMatchObject({ lines: 2, recorded: 1, refused: [{ file, line: 1, key: 'a', code: 'store.unavailable' }] });
  });

  it('tells its progress after every line, refused and empty ones included', async () => {
    const file = register('r.ndjson', [line('a'), '', 'x']);
    const told: unknown[] = [];
    await importRegisters([file], { submit: service().submit, pause, progress: (...what) => void told.push(what) });
    expect(told).toEqual([
      [file, 1, 3],
      [file, 2, 3],
      [file, 3, 3],
    ]);
  });
});
