import 'reflect-metadata';
import { measureDefineAfterFiveYears, measureScanFiveYears } from './define-case';
import { measureFigures } from './figures-case';
import { measureHttp } from './http-case';
import type { Measurement, Settings } from './measurement';
import { measureOverload } from './overload-case';
import { measureCommitFunction, measurePort, measureRawSqlite } from './port-case';
import { measureReadAndParse, measureRebuild } from './rebuild-case';
import { measureStart, measureStartAfterKill } from './start-case';

export const CASES: Readonly<Record<string, { readonly part: string; readonly run: (settings: Settings) => Promise<Measurement> }>> = {
  'http-bare': { part: 'a', run: (settings) => measureHttp('bare', false, settings) },
  'http-validated': { part: 'a', run: (settings) => measureHttp('validated', false, settings) },
  'http-warm': { part: 'a', run: (settings) => measureHttp('warm', false, settings) },
  'http-cold': { part: 'a', run: (settings) => measureHttp('cold', false, settings) },
  'http-sealed': { part: 'a', run: (settings) => measureHttp('warm', true, settings) },
  'http-service': { part: 'a', run: (settings) => measureHttp('service', false, settings) },
  'http-batch-1': { part: 'b', run: (settings) => measureHttp('batch-1', false, settings) },
  'read-and-parse': { part: 'c', run: measureReadAndParse },
  rebuild: { part: 'c', run: measureRebuild },
  'raw-sqlite': { part: 'd', run: measureRawSqlite },
  'commit-function': { part: 'd', run: measureCommitFunction },
  'port-1': { part: 'd', run: (settings) => measurePort(1, undefined, settings) },
  'port-32': { part: 'd', run: (settings) => measurePort(32, undefined, settings) },
  'port-32-batch-1': { part: 'b', run: (settings) => measurePort(32, 1, settings) },
  overload: { part: 'e', run: measureOverload },
  start: { part: 'f', run: measureStart },
  'start-after-kill': { part: 'f', run: measureStartAfterKill },
  'scan-five-years': { part: 'g', run: measureScanFiveYears },
  'define-after-five-years': { part: 'g', run: measureDefineAfterFiveYears },
  figures: { part: 'h', run: measureFigures },
};

/** One case in this process; its figures go to the runner. */
async function runCase(): Promise<void> {
  const [name, settings] = process.argv.slice(2) as [string, string];
  process.send!(await CASES[name]!.run(JSON.parse(settings) as Settings));
  process.exit(0);
}

if (require.main === module) void runCase();
