import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed, shinglesOf, wordsOf } from './shingles';

/**
 * `npm run freeze-shingles -- <text files>`: freezes digests of every five words that follow each other in the documents, so that a test can tell
 * a copied label without the documents, and nobody can read them from it.
 */
const digests = process.argv.slice(2).flatMap((file) => shinglesOf(wordsOf(readFileSync(file, 'utf8'))));
const file = packed(digests);
writeFileSync(join(__dirname, '../contract/document-shingles.bin'), file);
console.log(`${digests.length} shingles, ${file.length} bytes`);
