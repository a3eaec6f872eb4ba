import type { Block } from '../model';
import { openingOf } from './opening';

const mark: Block = { kind: 'callout', tone: 'missing', line: [] };
const sentence: Block = { kind: 'paragraph', line: [] };
const listOf = (length: number): Block => ({ kind: 'list', items: Array.from({ length }, () => []) });
const tableOf = (length: number): Block => ({ kind: 'table', caption: [], head: [], rows: Array.from({ length }, () => []) });

test.each([
  ['a mark and the table after it', [mark, tableOf(3), sentence], 2],
  ['a mark, a sentence and the list that it introduces', [mark, sentence, listOf(3), sentence], 3],
  ['not a table that may go over a page', [mark, tableOf(13)], 1],
  ['of a text its first paragraph only', [sentence, sentence, listOf(2)], 1],
  ['of marks alone the first', [mark, mark], 1],
  ['nothing of a section without blocks', [], 0],
] as const)('a heading keeps %s', (_, blocks, kept) => expect(openingOf(blocks)).toBe(kept));
