import { numberFormat } from './formats';
import type { Language } from './language';

/** What a whole number of the record stands for: so many of a count kind, or a mean of them. */
export interface Counted {
  readonly kind: string | null;
  readonly mean?: boolean | undefined;
}

/** Kinds that are kept in hundredths: cents, hundredths of a percent, hundredths of a full-time equivalent. */
const IN_HUNDREDTHS: ReadonlySet<string> = new Set(['euro', 'percentage', 'fte']);

/** The power of ten by which a whole number of the record is above its unit: a mean has two decimals more than what it is of. */
export const minorDigits = ({ kind, mean = false }: Counted): number => (kind !== null && IN_HUNDREDTHS.has(kind) ? 2 : 0) + (mean ? 2 : 0);

/** The number in its unit: euros, percent, full-time equivalents, sessions. */
export const inUnits = (value: number, counted: Counted): number => value / 10 ** minorDigits(counted);

/** The number as a language writes it, an amount with its currency and a share with its sign. */
export function writtenNumber(language: Language, value: number, counted: Counted): string {
  const number = inUnits(value, counted);
  const write = (options: Intl.NumberFormatOptions, written = number): string =>
    numberFormat(language, { maximumFractionDigits: 2, ...options }).format(written);
  if (counted.kind === 'percentage') return write({ style: 'percent' }, number / 100);
  return counted.kind === 'euro' ? write({ style: 'currency', currency: 'EUR' }) : write({});
}
