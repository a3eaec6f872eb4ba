import type { RandomSource } from '@app/decider';
import { randomFillSync } from 'node:crypto';

/**
 * One pool for salts, initialisation vectors, decoys and keys: a system call per pool instead of one per value. No byte is handed out twice and a
 * pool is never refilled, so a view may be kept; a caller that keeps few bytes for long should copy them.
 */
export class PooledRandom implements RandomSource {
  private pool = Buffer.alloc(0);
  private next = 0;

  constructor(private readonly poolBytes = 16 * 1024) {}

  bytes(length: number): Buffer {
    if (length > this.poolBytes) return randomFillSync(Buffer.allocUnsafeSlow(length));
    if (this.next + length > this.pool.length) {
      this.pool = randomFillSync(Buffer.allocUnsafeSlow(this.poolBytes));
      this.next = 0;
    }
    const view = this.pool.subarray(this.next, this.next + length);
    this.next += length;
    return view;
  }
}
