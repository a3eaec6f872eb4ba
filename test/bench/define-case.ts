import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement, Settings } from './measurement';
import { measureReadAndParse } from './rebuild-case';
import { endService, readyRecord, startService } from './start-case';

const YEARS = 5;

const texts = { nl: 'Sessies', fr: 'Séances', en: 'Sessions' };
const definition = (code: string) => ({
  code,
  appliesFrom: '2010-01-01',
  labels: texts,
  meaning: texts,
  unit: 'session',
  subjectKind: 'professional',
  measure: { op: 'sum', of: { factType: ['session-held'], countKind: 'session' } },
  dimensions: [],
});

async function values(port: number, code: string, position: string): Promise<readonly number[]> {
  const query = new URLSearchParams({ origin: 'synthetic', position });
  const answer = await fetch(`http://127.0.0.1:${port}/api/indicators/${code}/figures?${query}`);
  const { figures } = (await answer.json()) as { figures: readonly { computed: { value: number } }[] };
  return figures.map(({ computed }) => computed.value);
}

/** From the answer of `define-indicator`, over five years of recorded events, to the answer that has a figure for each of the years. */
export async function measureDefineAfterFiveYears({ fiveYears }: Settings): Promise<Measurement> {
  const folder = await readyRecord(fiveYears);
  const { child, port } = await startService(folder, 600_000);
  const token = readFileSync(join(folder, 'admin-token'), 'utf8').trim();
  const code = `bench-${Date.now().toString(36)}`;
  const said = await fetch(`http://127.0.0.1:${port}/api/commands/define-indicator`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': code, 'content-type': 'application/json' },
    body: JSON.stringify(definition(code)),
  });
  const { position } = (await said.json()) as { position: string };
  const started = performance.now();
  const years = await values(port, code, position);
  const seconds = (performance.now() - started) / 1000;
  const own = await values(port, 'information-sessions', position);
  await endService(child, 'SIGTERM');
  // Generated sessions are all of the kinds that the product's own indicator counts.
  if (years.length !== YEARS || years.some((value, n) => value !== own[n])) throw new Error('not proved: the same figures for five years');
  return { seconds, facts: years.reduce((sum, value) => sum + value, 0) };
}

/** The peer: every one of the same events read and parsed once, which is less than any program does that counts them anew. */
export const measureScanFiveYears = (settings: Settings): Promise<Measurement> =>
  measureReadAndParse({ ...settings, record: settings.fiveYears });
