/** The only source of time: `now` in milliseconds since 1970 UTC, `monotonic` in milliseconds that never run backwards. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

/** The only source of randomness. */
export interface RandomSource {
  bytes(length: number): Buffer;
}
