import type { Figure, TargetView } from '@app/indicators/answers';
import { Badge, Text } from '@mantine/core';
import { countedIn, intervalIn } from '../figures/figure-words';
import { dayIn, LOCALES, type Reader, textIn } from '../language';

interface Props {
  readonly target: TargetView;
  readonly reader: Reader;
}

const COLOURS: Readonly<Record<string, string>> = {
  met: 'teal',
  exceeded: 'teal',
  'within-so-far': 'teal',
  'not-met': 'red',
  violated: 'red',
  overshot: 'orange',
  'not-yet': 'blue',
};

/** Where a realised number comes from: a report says so, or the records were counted. */
function originOf(realised: Figure, { t, language }: Reader): string {
  if (realised.shown === 'disputed') return t('page.disputed');
  if (realised.shown === 'computed') return t(realised.coverage === 'complete' ? 'page.computed' : 'page.partial');
  const [claim] = realised.claims;
  return [
    t('page.claim'),
    ...(realised.exactness === 'by-reading' ? [t('page.byReading')] : []),
    ...(claim?.dataOn ? [t('page.dataOn', { day: dayIn(claim.dataOn, language) })] : []),
    ...(claim?.source ? [t('page.source', { ...claim.source })] : []),
  ].join(', ');
}

/** What the target's own number is, without the kind that the target says already. */
function numberOf(realised: Figure, reader: Reader): string {
  const { shown, claims, mean } = realised;
  if (shown !== 'disputed') return intervalIn(realised, countedIn(realised), reader) ?? '?';
  return claims.map((claim) => intervalIn(claim, { kind: claim.kind, mean }, reader) ?? claim.raw).join(' / ');
}

function RealisedCell({ realised, reader }: { realised: Figure | null; reader: Reader }) {
  if (!realised || realised.shown === 'none') {
    return (
      <Text size="sm" c="gray.7">
        {reader.t('page.notRecorded')}
      </Text>
    );
  }
  return (
    <Text size="sm">
      <strong>{numberOf(realised, reader)}</strong>{' '}
      <Text span size="xs" c="gray.7">
        {originOf(realised, reader)}
      </Text>
    </Text>
  );
}

/** One target: what was wanted, what was realised, and how the two compare; never by colour alone. */
export function TargetLine({ target, reader }: Props) {
  const { t, language } = reader;
  const { achievement } = target;
  const colour = COLOURS[achievement.state] ?? 'gray';
  const percent =
    achievement.percent === undefined
      ? ''
      : ` ${new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(achievement.percent)}\u00a0%`;
  return (
    <li className="targets" data-target={target.target}>
      <div>
        <Text size="sm">{textIn(target.label, language)}</Text>
        <Text size="xs" c="gray.7" lang="nl">
          {target.comparatorPrinted}
        </Text>
      </div>
      <RealisedCell realised={target.realised} reader={reader} />
      <div>
        <Badge variant="light" c="dark.9" color={colour} tt="none" h="auto" styles={{ label: { whiteSpace: 'normal' } }}>
          {t(`achievement.state.${achievement.state}`)}
          {percent}
          {achievement.provisional && percent !== '' ? `, ${t('page.provisional')}` : ''}
        </Badge>
      </div>
    </li>
  );
}
