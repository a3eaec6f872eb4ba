import type { ClaimBeside, Figure } from '@app/indicators/answers';
import { type Counted, writtenNumber } from '../../../../libs/labels/src/numbers';
import { dayIn, LOCALES, type Reader } from '../language';

/** A number, or the bounds between which it lies; null where nothing is known. In the minor units of what is counted. */
export interface Interval {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness?: Figure['exactness'];
}

/** Kinds that their number says already. */
const UNNAMED = ['percentage', 'euro', 'other'];

/** What the whole numbers of a figure stand for. */
export const countedIn = ({ countKind, mean }: Pick<Figure, 'countKind' | 'mean'>): Counted => ({ kind: countKind, mean });

/** A number, or what is known of it; undefined when nothing is. */
export function intervalIn({ value, lo, hi, exactness }: Interval, counted: Counted, { language, t }: Reader): string | undefined {
  const write = (minor: number): string => writtenNumber(language, minor, counted);
  if (value !== null && exactness === 'approximate') return t('report-text.number.about', { value: write(value) });
  if (value !== null && (lo === null || hi !== null)) return write(value);
  if (lo !== null && lo === hi) return write(lo);
  if (lo !== null && hi !== null) return t('report-text.number.between', { lo: write(lo), hi: write(hi) });
  if (lo !== null) return t('report-text.number.at-least', { value: write(lo) });
  return hi === null ? undefined : t('report-text.number.at-most', { value: write(hi) });
}

function kindIn(kind: string, one: boolean, { language, t }: Reader): string {
  if (one) return t(`report-text.one.${kind}`);
  return kind === 'fte' ? t('report-text.many.fte') : t(`claim.value.kind.${kind}`).toLocaleLowerCase(LOCALES[language]);
}

/** A number with what it counts: one session, two sessions. */
export function countIn(interval: Interval, counted: Counted, reader: Reader): string {
  const { kind, mean = false } = counted;
  const written = intervalIn(interval, counted, reader);
  if (written === undefined) return reader.t('report-text.number.not-recorded');
  if (kind === null || UNNAMED.includes(kind)) return written;
  const { value, lo, hi } = interval;
  const one = !mean && (value === 1 || (value === null && lo === 1 && hi === null));
  return `${written} ${kindIn(kind, one, reader)}`;
}

/** The value that a figure shows, as one text: claims that disagree side by side, and nothing where there is none. */
export function valueIn(figure: Figure, reader: Reader): string {
  const { shown, claims } = figure;
  if (shown === 'none') return reader.t('report-text.number.not-recorded');
  if (shown !== 'disputed') return countIn(figure, countedIn(figure), reader);
  const values = claims.map((claim) => countIn(claim, { kind: claim.kind, mean: figure.mean }, reader));
  return reader.t('report-text.number.disputed', { values: [...new Set(values)].join(' / ') });
}

/** Where what is shown comes from, and how sure it is. */
export function sureIn({ shown, coverage, computed, provisional }: Figure, { t }: Reader): readonly string[] {
  const source = shown === 'computed' && coverage !== 'complete' ? 'partial' : shown;
  const { partly, late, notAssessable } = computed ?? {};
  return [
    t(`report-text.sure.${source}`),
    ...(partly ? [t('page.figure.partly', { partly })] : []),
    ...(notAssessable ? [t('page.figure.notAssessable', { number: notAssessable })] : []),
    ...(late ? [t('page.figure.late', { number: late })] : []),
    ...(provisional ? [t('page.provisional')] : []),
  ];
}

/** The factor of a claim: what was counted over what is printed. */
export function factorIn({ lo, hi }: NonNullable<ClaimBeside['factor']>, reader: Reader): string | undefined {
  const write = (factor: number): string => new Intl.NumberFormat(LOCALES[reader.language], { minimumFractionDigits: 2 }).format(factor);
  if (lo !== null && hi !== null) return lo === hi ? write(lo) : reader.t('report-text.number.between', { lo: write(lo), hi: write(hi) });
  if (lo !== null) return reader.t('report-text.number.at-least', { value: write(lo) });
  return hi === null ? undefined : reader.t('report-text.number.at-most', { value: write(hi) });
}

/** A claim as one line: as printed, its source, and how the recount stands to it. */
export function claimIn(claim: ClaimBeside, reader: Reader): string {
  const { t, language } = reader;
  const factor = claim.factor && factorIn(claim.factor, reader);
  return [
    t('page.figure.printed', { raw: claim.raw }),
    ...(claim.dataOn ? [t('page.dataOn', { day: dayIn(claim.dataOn, language) })] : []),
    ...(claim.source ? [t('page.source', { ...claim.source })] : []),
    ...(factor ? [t('page.figure.factor', { factor })] : []),
    ...(claim.conflict ? [t('page.figure.conflict')] : []),
  ].join(', ');
}
