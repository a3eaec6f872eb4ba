import type { Figure } from '@app/indicators/answers';
import { Text } from '@mantine/core';
import type { Indicators } from '../api';
import { type Reader, textIn } from '../language';
import { claimIn, countIn, countedIn, sureIn, valueIn } from './figure-words';

interface Props {
  readonly figure: Figure;
  readonly indicators: Indicators;
  readonly reader: Reader;
}

/** The parts of what may not be added up, each with its own count. */
function Parts({ figure, indicators, reader }: Props) {
  const { t, language } = reader;
  return (
    <>
      <Text size="sm">{t(`problem.${figure.refusal!.code}`)}</Text>
      <ul className="list">
        {figure.parts?.map((part) => {
          const indicator = indicators.get(part.indicator);
          const counted = { kind: part.countKind, mean: indicator?.op === 'mean' };
          return (
            <li key={part.figureId} data-part={part.indicator}>
              <Text size="sm">
                <strong>{countIn(part, counted, reader)}</strong>: {indicator ? textIn(indicator.labels, language) : part.indicator}
              </Text>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The number that a figure shows, with what it counts. */
export function ValueCell({ figure, indicators, reader }: Props) {
  if (figure.refusal) return <Parts figure={figure} indicators={indicators} reader={reader} />;
  return (
    <Text size="sm" fw={figure.shown === 'none' ? 400 : 600}>
      {valueIn(figure, reader)}
    </Text>
  );
}

/** How sure a figure is, and beside it what documents print and what was counted. */
export function SureCell({ figure, reader }: Omit<Props, 'indicators'>) {
  const { shown, computed, claims } = figure;
  const beside = shown === 'claim' || shown === 'disputed' ? computed : null;
  return (
    <>
      {!figure.refusal && shown !== 'none' && (
        <Text size="sm" data-sure>
          {sureIn(figure, reader).join('; ')}
        </Text>
      )}
      {beside && beside.facts > 0 && (
        <Text size="sm" data-counted>
          {reader.t('page.figure.counted', { value: countIn(beside, countedIn(figure), reader) })}
        </Text>
      )}
      {claims.map((claim) => (
        <Text key={claim.eventId} size="sm" c="gray.8" data-claim>
          {claimIn(claim, reader)}
        </Text>
      ))}
    </>
  );
}
