import type { ClaimBeside, Figure } from '@app/indicators/answers';
import { type Counted, inBounds, type Known, writtenCount, writtenValue } from '../../../../libs/labels/src/numbers';
import { dayIn, LOCALES, type Reader } from '../language';

/** What the whole numbers of a figure stand for. */
export const countedIn = ({ countKind, mean }: Pick<Figure, 'countKind' | 'mean'>): Counted => ({ kind: countKind, mean });

/** A number, or what is known of it; undefined when nothing is. */
export const intervalIn = (known: Known, counted: Counted, { language, t }: Reader): string | undefined =>
  writtenValue(language, known, counted, t);

/** A number with what it counts: one session, two sessions. */
export const countIn = (known: Known, counted: Counted, { language, t }: Reader): string =>
  writtenCount(language, known, counted, t) ?? t('report-text.number.not-recorded');

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
export function factorIn(bounds: NonNullable<ClaimBeside['factor']>, { language, t }: Reader): string | undefined {
  const { format } = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 2 });
  return inBounds({ value: null, ...bounds }, format, t);
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
