import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terms } from '@app/partnership';
import { freeze, type FrozenShape } from './event-shapes';
import { samplesOf } from './samples';

/** `npm run freeze-shapes`: adds what is new to the frozen shapes. What is frozen and changed is told, and then nothing is written. */
const file = join(__dirname, '../../libs/partnership/src/shapes.json');
const frozen = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FrozenShape[]) : [];
const { shapes, broken, added } = freeze(frozen, terms, samplesOf);
if (broken.length > 0) {
  console.error(`What is stored is a contract; give the event a new version with an upcaster.\n${broken.join('\n')}`);
  process.exitCode = 1;
} else {
  writeFileSync(file, `[\n${shapes.map((shape) => `  ${JSON.stringify(shape)}`).join(',\n')}\n]\n`);
  console.log(`${added.length} new, ${shapes.length} frozen`);
}
