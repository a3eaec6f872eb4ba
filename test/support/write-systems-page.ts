import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemRows, systemsPage } from './systems-page';

/** `npm run docs:systems`: writes the page of the systems of the field afresh. */
const rows = systemRows();
writeFileSync(join(__dirname, '../../docs/reference/systems.md'), systemsPage(rows));
for (const { id, commands, events, indicators } of rows) {
  const empty = Object.entries({ commands, events, indicators }).filter(([, names]) => names.length === 0);
  if (empty.length > 0) console.log(`${id}: no ${empty.map(([part]) => part).join(', ')}`);
}
