import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions, reportTemplates } from '@app/indicators';
import { sectionsOf } from '../../libs/indicators/src/report';
import { catalogues, LANGUAGES, type LabelTree } from '@app/labels';
import { packed, SHINGLE, shinglesOf, standsIn, unpacked, wordsOf } from '../support/shingles';

/**
 * The documents that the labels were made from are not ours to copy, and not here: what is here are digests of every five words that follow each
 * other in them (`npm run freeze-shingles`, which is given the five documents as text).
 */
const documents = readFileSync(join(__dirname, 'document-shingles.bin'));
const known = unpacked(documents);

function* textsIn(tree: LabelTree, path: string): Generator<readonly [key: string, text: string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [`${path}.${key}`, value];
    else yield* textsIn(value, `${path}.${key}`);
  }
}

const labels = LANGUAGES.flatMap((language) => [
  ...textsIn(catalogues[language], language),
  ...[...definitions.values()].flatMap(({ code, labels: names, meaning }): (readonly [string, string])[] => [
    [`${language}.indicator.${code}`, names[language]],
    [`${language}.meaning.${code}`, meaning[language]],
  ]),
  ...Object.values(reportTemplates).flatMap(({ code, sections }) =>
    sectionsOf(sections).map((section): readonly [string, string] => [`${language}.${code}.${section.code}`, section.title[language]]),
  ),
]);

describe('the labels', () => {
  it('of five words and more stand in no document', () => {
    expect(labels.filter(([, text]) => standsIn(known, text))).toEqual([]);
  });

  it('are there in numbers that make the check worth its while', () => {
    expect(labels.filter(([, text]) => wordsOf(text).length >= SHINGLE).length).toBeGreaterThan(1_000);
    expect(known.size).toBeGreaterThan(50_000);
    expect(documents.length).toBeLessThan(1_000_000);
  });
});

describe('a label', () => {
  const text = 'De zorgverleners van de wijk komen elke maand samen,\nin het huis van de gezond-\nheid, over moeilijke situaties.';
  const frozen = unpacked(packed(shinglesOf(wordsOf(text))));

  it.each([
    ['word for word', 'van de wijk komen elke maand'],
    ['whatever its case and marks', 'Komen (elke) maand: samen, IN het huis'],
    ['over a broken line', 'huis van de gezondheid over moeilijke situaties'],
  ])('that was copied %s is caught (planted defect)', (_, label) => {
    expect(standsIn(frozen, label)).toBe(true);
  });

  it.each([
    ['in words of its own', 'Professionals uit de buurt ontmoeten elkaar maandelijks'],
    ['that goes on in its own words', 'van de wijk komen elke week'],
    ['of fewer words', 'komen elke maand samen'],
    ['without words', ''],
  ])('%s is not', (_, label) => {
    expect(standsIn(frozen, label)).toBe(false);
  });
});
