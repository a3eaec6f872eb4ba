import type { Term } from './term';

/** Every term of the field. A new term is one import and one line here. */
export const terms: readonly Term[] = [];
