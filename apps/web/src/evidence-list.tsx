import { Anchor, Text } from '@mantine/core';
import { type Language, titleIn, type Title, type Translate } from './language';
import type { Evidence, PinnedFigure } from './self-evaluation-api';
import { shownNumber, unitOf } from './target-line';

export interface Reader {
  readonly language: Language;
  readonly t: Translate;
  /** Labels of the indicators by code. */
  readonly indicators: ReadonlyMap<string, Title>;
}

const nameOf = (figure: PinnedFigure, { indicators, language }: Reader): string => {
  const label = indicators.get(figure.definition.code);
  return label ? titleIn(label, language) : figure.definition.code;
};

const numberOf = (figure: PinnedFigure, { language, t }: Reader): string =>
  figure.shown === 'none' ? t('page.notRecorded') : shownNumber(figure, unitOf(figure), language);

/** A figure with its number; the link opens the events that it rests on. */
export function FigureLink({ figure, reader }: { figure: PinnedFigure; reader: Reader }) {
  return (
    <>
      <Anchor href={`/api/figures/${figure.id}/events`} size="sm" underline="always" c="teal.9">
        {nameOf(figure, reader)}
      </Anchor>
      {`, ${figure.period.from} – ${figure.period.to}: ${numberOf(figure, reader)}`}
    </>
  );
}

/** What a score rests on, each with how it stands. */
export function EvidenceList({ evidence, reader }: { evidence: Evidence; reader: Reader }) {
  const { t } = reader;
  if (evidence.events.length + evidence.figures.length === 0) return <Text size="sm">{t('page.noEvidence')}</Text>;
  return (
    <ul className="list">
      {evidence.figures.map(({ figureId, state, then, now }) => (
        <li key={figureId} data-state={state}>
          <Text size="sm" component="span">
            {then && <FigureLink figure={then} reader={reader} />} ({t(`evaluation.figure.${state}`)}
            {state === 'moved' && now && `: ${numberOf(now, reader)}`})
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
