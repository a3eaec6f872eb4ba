/**
 * `numerator / denominator` rounded half away from zero to so many decimals, on the exact fraction: 1.005 at two decimals is 1.01. The denominator
 * must not be 0.
 */
export function roundedFraction(numerator: number, denominator: number, decimals: number): number {
  const scaled = BigInt(numerator) * 10n ** BigInt(decimals);
  const by = BigInt(denominator);
  const negative = scaled < 0n !== by < 0n;
  const n = scaled < 0n ? -scaled : scaled;
  const d = by < 0n ? -by : by;
  const whole = (2n * n + d) / (2n * d);
  const value = Number(whole) / 10 ** decimals;
  return negative && whole !== 0n ? -value : value;
}

/** A share in percent, with one decimal unless said. */
export const percent = (part: number, whole: number, decimals = 1): number => roundedFraction(part * 100, whole, decimals);
