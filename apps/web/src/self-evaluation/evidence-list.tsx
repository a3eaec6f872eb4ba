import type { Figure, ScoreEvidence } from '@app/indicators/answers';
import { Text } from '@mantine/core';
import type { Indicators } from '../api';
import { valueIn } from '../figures/figure-words';
import { daysIn, type Reader, textIn } from '../language';
import { TextLink } from '../text-link';

/** Who reads, and what the indicators are called. */
export interface EvidenceReader extends Reader {
  readonly indicators: Indicators;
}

function nameOf({ definition: { code } }: Figure, { indicators, language }: EvidenceReader): string {
  const indicator = indicators.get(code);
  return indicator ? textIn(indicator.labels, language) : code;
}

/** A figure with its number; the link opens the events that it rests on. */
export function FigureLink({ figure, reader }: { figure: Figure; reader: EvidenceReader }) {
  return (
    <>
      <TextLink href={`/api/figures/${figure.id}/events`}>{nameOf(figure, reader)}</TextLink>
      {`, ${daysIn(figure.period, reader.language)}: ${valueIn(figure, reader)}`}
    </>
  );
}

/** What a score rests on, each with how it stands. */
export function EvidenceList({ evidence, reader }: { evidence: ScoreEvidence; reader: EvidenceReader }) {
  const { t } = reader;
  if (evidence.events.length + evidence.figures.length === 0) return <Text size="sm">{t('page.noEvidence')}</Text>;
  return (
    <ul className="list">
      {evidence.figures.map(({ figureId, state, then, now }) => (
        <li key={figureId} data-state={state}>
          <Text size="sm" component="span">
            {then && <FigureLink figure={then} reader={reader} />} ({t(`evaluation.figure.${state}`)}
            {state === 'moved' && now && `: ${valueIn(now, reader)}`})
          </Text>
        </li>
      ))}
      {evidence.events.map(({ event, state }) => (
        <li key={event} data-state={state}>
          <Text size="sm" component="span" className="breakable">
            {t('page.event')} {event} ({t(`evaluation.event.${state}`)})
          </Text>
        </li>
      ))}
    </ul>
  );
}
