import { generateActivity, type GeneratedLine } from '@app/partnership';
import { addDays } from '../../libs/indicators/src/calendar';

/** How much activity is made, and for how long from the first of January 2021. */
export interface Size {
  readonly seed: number;
  readonly teams: number;
  readonly days: number;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export const FIRST = '2021-01-01';

export const JANUARY: Period = { from: '2021-01-01', to: '2021-01-31' };
export const FEBRUARY: Period = { from: '2021-02-01', to: '2021-02-28' };
/** Printed by no clean report. */
export const BETWEEN: Period = { from: '2021-01-10', to: '2021-01-25' };

const within = (last: string, { from, to }: Period): readonly Period[] => (from > last ? [] : [{ from, to: to < last ? to : last }]);

/** The whole, each month and each full week: what a report prints its figures for. */
function periodsUntil(last: string): readonly Period[] {
  const months = ['2021-03', '2021-04', '2021-05'].map((month) => ({
    from: `${month}-01`,
    to: `${month}-${month === '2021-04' ? 30 : 31}`,
  }));
  const weeks = Array.from({ length: 26 }, (_, n) => ({ from: addDays('2021-01-04', 7 * n), to: addDays('2021-01-10', 7 * n) }));
  return [
    { from: FIRST, to: last },
    ...[JANUARY, FEBRUARY, ...months].flatMap((month) => within(last, month)),
    ...weeks.filter(({ to }) => to <= last),
  ];
}

/** What a report prints of the lines: how much each line counts for, and the parts in which it prints it too. */
interface Printed {
  readonly indicator: string;
  readonly kind: string;
  readonly weigh: (command: string, body: any) => number;
  readonly part?: { readonly dim: string; readonly values: readonly string[] };
}

const contact = (line: string, channel: string) => (command: string, body: any) =>
  Number(command === 'register-contact' && body.line === line && body.channel === channel);

const KINDS = { dim: 'kind', values: ['info-session', 'webinar'] };

const PRINTED = {
  sessions: {
    indicator: 'information-sessions',
    kind: 'session',
    weigh: (command) => Number(command === 'hold-session'),
    part: KINDS,
  },
  attendances: {
    indicator: 'information-session-attendances',
    kind: 'attendance',
    weigh: (command, body) => (command === 'hold-session' ? body.heads.value : 0),
    part: KINDS,
  },
  calls: { indicator: 'helpdesk-calls', kind: 'contact', weigh: contact('general', 'call') },
  mails: { indicator: 'helpdesk-mails', kind: 'message', weigh: contact('general', 'mail') },
  psyCalls: { indicator: 'psy-line-calls', kind: 'contact', weigh: contact('psychology', 'call') },
  concertations: {
    indicator: 'concertations-held',
    kind: 'concertation',
    weigh: (command) => Number(command === 'hold-concertation'),
    part: { dim: 'mode', values: ['online', 'in-person'] },
  },
} satisfies Readonly<Record<string, Printed>>;

const COVERED = ['session-held', 'session-attendances', 'helpdesk-contact', 'concertation-held'];

/** The claim of one line of the report: as a share it is printed at two decimals. */
export function claimed(locator: number, indicator: string, period: Period, kind: string, value: number, rest: object = {}): GeneratedLine {
  return {
    key: `synthetic:report:${locator}`,
    command: 'import-claim',
    body: {
      indicator,
      period,
      kind,
      quantity: { value, exactness: 'exact' },
      raw: kind === 'percentage' ? `${(value / 100).toFixed(2).replace('.', ',')} %` : String(value),
      dataOn: period.to,
      occurred: { from: period.to },
      sourceRef: { ref: 'SYN', locator },
      ...rest,
    },
  };
}

/** A register of generated activity, and the report that prints what a plain count of its lines gives: every alarm over it is a false one. */
export class CleanRegister {
  readonly last: string;
  readonly activity: readonly GeneratedLine[];
  private locator = 0;

  constructor(size: Size) {
    this.last = addDays(FIRST, size.days - 1);
    this.activity = [...generateActivity({ ...size, from: FIRST })];
  }

  /** How many of it the lines give, counted plainly. */
  counted(name: keyof typeof PRINTED, { from, to }: Period, dims: Readonly<Record<string, string>> = {}): number {
    const { weigh }: Printed = PRINTED[name];
    return this.activity.reduce((sum, { command, body }: { command: string; body: any }) => {
      const on: string = body.occurred.from;
      const inside = on >= from && on <= to && Object.entries(dims).every(([dim, value]) => body[dim] === value);
      return inside ? sum + weigh(command, body) : sum;
    }, 0);
  }

  claim(indicator: string, period: Period, kind: string, value: number, rest: object = {}): GeneratedLine {
    this.locator += 1;
    return claimed(this.locator, indicator, period, kind, value, rest);
  }

  /** What the report prints, and that the record is complete for it. */
  report(): readonly GeneratedLine[] {
    return [...this.coverage(), ...(Object.keys(PRINTED) as (keyof typeof PRINTED)[]).flatMap((name) => this.figures(name))];
  }

  /** The calls among all that reached the general line, with the terms that give the share. */
  shares(): readonly GeneratedLine[] {
    return periodsUntil(this.last).flatMap((period) => {
      const [num, mails] = [this.counted('calls', period), this.counted('mails', period)];
      const den = num + mails;
      if (den === 0) return [];
      return [this.claim('synthetic-call-share', period, 'percentage', Math.round((num * 10_000) / den), { num, den })];
    });
  }

  private coverage(): readonly GeneratedLine[] {
    const period = { from: FIRST, to: this.last };
    return COVERED.map((factType) => ({
      key: `synthetic:coverage:${factType}`,
      command: 'declare-coverage',
      body: { factType, ...period, basis: 'register-kept', occurred: { ...period, nature: 'span' } },
    }));
  }

  private figures(name: keyof typeof PRINTED): readonly GeneratedLine[] {
    const { indicator, kind, part }: Printed = PRINTED[name];
    return periodsUntil(this.last).flatMap((period) => [
      this.claim(indicator, period, kind, this.counted(name, period)),
      ...(part?.values ?? []).map((value) => {
        const dims = { [part!.dim]: value };
        return this.claim(indicator, period, kind, this.counted(name, period, dims), { dims });
      }),
    ]);
  }
}
