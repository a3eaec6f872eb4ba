import type { Clock } from '@app/decider';
import { ClockGuard } from './clock-guard';
import { NotRecorded } from './outcome';

const START = Date.parse('2021-12-01T09:00:00.000Z');
const MINUTE = 60_000;

class HandClock implements Clock {
  wall = START;
  steady = 5_000;
  now = (): number => this.wall;
  monotonic = (): number => this.steady;
  pass(ms: number): void {
    this.wall += ms;
    this.steady += ms;
  }
}

let clock: HandClock;

beforeEach(() => {
  clock = new HandClock();
});

const refusal = (guard: ClockGuard): unknown => {
  try {
    return guard.now();
  } catch (error) {
    return error instanceof NotRecorded ? [error.code, error.retryAfterMs] : error;
  }
};

describe('the clock', () => {
  it('tells the time while both clocks go alike', () => {
    const guard = new ClockGuard(clock, undefined);
    clock.pass(90 * 24 * 60 * MINUTE);
    expect(guard.now()).toBe(clock.wall);
  });

  it.each([
    ['forward', 1],
    ['back', -1],
  ])('is trusted up to five minutes %s, and not beyond', (_, sign) => {
    const guard = new ClockGuard(clock, undefined);
    clock.wall += sign * 5 * MINUTE;
    expect([guard.trusted, guard.now()]).toEqual([true, clock.wall]);
    clock.wall += sign;
    expect([guard.trusted, refusal(guard)]).toEqual([false, ['clock.not-trusted', MINUTE]]);
  });

  it('is trusted again once it comes back', () => {
    const guard = new ClockGuard(clock, undefined);
    clock.wall += 10 * MINUTE;
    clock.pass(MINUTE);
    expect(guard.trusted).toBe(false);
    clock.wall -= 10 * MINUTE;
    expect(guard.now()).toBe(START + MINUTE);
  });

  it('is not trusted when it stood behind the last recorded event at start, however long it runs', () => {
    const guard = new ClockGuard(clock, START + 1);
    expect(refusal(guard)).toEqual(['clock.not-trusted', MINUTE]);
    clock.pass(60 * MINUTE);
    expect(guard.trusted).toBe(false);
    expect(new ClockGuard(clock, clock.wall).trusted).toBe(true);
  });

  it('counts from where an operator accepts it', () => {
    const guard = new ClockGuard(clock, START + 60 * MINUTE);
    guard.accept();
    expect(guard.now()).toBe(START);
    clock.wall += 6 * MINUTE;
    expect(guard.trusted).toBe(false);
    guard.accept();
    expect(guard.now()).toBe(START + 6 * MINUTE);
  });
});
