import { Badge, Group, Text } from '@mantine/core';
import type { Realised, Target } from './api';
import { type Language, LOCALES, titleIn, type Translate } from './language';

interface Props {
  readonly target: Target;
  readonly language: Language;
  readonly t: Translate;
}

interface Interval {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

const COLOURS: Readonly<Record<string, string>> = { met: 'teal.9', exceeded: 'teal.9', 'not-met': 'red.9', violated: 'red.9', overshot: 'orange.9', 'not-yet': 'blue.9' };

function shownNumber({ value, lo, hi }: Interval, language: Language): string {
  const write = new Intl.NumberFormat(LOCALES[language]).format;
  if (value !== null) return write(value);
  if (lo !== null && hi !== null) return `${write(lo)} – ${write(hi)}`;
  if (lo !== null) return `≥ ${write(lo)}`;
  return hi === null ? '?' : `≤ ${write(hi)}`;
}

const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

function realisedText(realised: Realised | null, language: Language, t: Translate): string {
  if (!realised || realised.shown === 'none') return t('page.notRecorded');
  if (realised.shown === 'disputed') return `${t('page.disputed')}: ${realised.claims.map((claim) => shownNumber(claim, language)).join(' / ')}`;
  const about = realised.exactness === 'approximate' ? `${t('page.about')} ` : '';
  const kind = realised.shown === 'claim' ? t('page.claim') : t(realised.coverage === 'complete' ? 'page.computed' : 'page.partial');
  const dataOn = realised.shown === 'claim' ? realised.claims[0]?.dataOn : undefined;
  return `${about}${shownNumber(realised, language)} (${[kind, ...(dataOn ? [t('page.dataOn', { day: dayIn(dataOn, language) })] : [])].join(', ')})`;
}

/** One target: what was wanted, what was realised, and how the two compare; never by colour alone. */
export function TargetLine({ target, language, t }: Props) {
  const { achievement } = target;
  const percent = achievement.percent === undefined ? '' : ` ${new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1 }).format(achievement.percent)} %`;
  return (
    <Group gap="xs" wrap="wrap" component="li" data-target={target.target}>
      <Text size="sm">
        {titleIn(target.label, language)}: <strong>{target.comparatorPrinted}</strong> · {t('page.realised')} {realisedText(target.realised, language, t)}
      </Text>
      <Badge variant="light" c={COLOURS[achievement.state] ?? 'gray.9'} color={(COLOURS[achievement.state] ?? 'gray.9').split('.')[0]} tt="none">
        {t(`achievement.state.${achievement.state}`)}
        {percent}
        {achievement.provisional && percent !== '' ? `, ${t('page.provisional')}` : ''}
      </Badge>
    </Group>
  );
}
