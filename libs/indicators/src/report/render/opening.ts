import type { Block } from '../model';

/** A table or a list of so many rows fits on a page with what stands before it. */
const SHORT = 12;

export const isShort = (rows: readonly unknown[]): boolean => rows.length <= SHORT;

function fits(block: Block | undefined): boolean {
  switch (block?.kind) {
    case 'table':
      return isShort(block.rows);
    case 'chart':
      return isShort(block.bars);
    case 'list':
      return isShort(block.items);
    default:
      return false;
  }
}

/**
 * How many blocks stay on one page with the heading of their section: the marks that begin it, one sentence, and what that introduces unless it is long enough
 * to go over a page itself.
 */
export function openingOf(blocks: readonly Block[]): number {
  const marks = blocks.findIndex(({ kind }) => kind !== 'callout');
  if (marks < 0) return Math.min(blocks.length, 1);
  const introduced = blocks[marks]?.kind === 'paragraph' ? marks + 1 : marks;
  return Math.max(1, fits(blocks[introduced]) ? introduced + 1 : introduced);
}
