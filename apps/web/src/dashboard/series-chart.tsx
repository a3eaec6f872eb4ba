import type { Figure } from '@app/indicators/answers';
import { Table } from '@mantine/core';
import { ColumnHeads } from '../column-heads';
import { sureIn, valueIn } from '../figures/figure-words';
import { daysIn, type Reader } from '../language';
import { type Bar, barOf, longestOf } from './series';

const WIDTH = 320;
const HEIGHT = 14;

interface Props {
  readonly figures: readonly Figure[];
  readonly title: string;
  readonly reader: Reader;
}

/** Counted: a full bar. Printed: an open one. Where the end is not sure, a line from the least to the most. The number stands beside it. */
function DrawnBar({ bar: { end, lo, hi, claimed }, longest }: { bar: Bar; longest: number }) {
  const at = (value: number): number => 1 + (Math.max(0, value) / longest) * (WIDTH - 2);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="drawn" aria-hidden="true" focusable="false">
      <rect x={1} y={1} width={at(end) - 1} height={HEIGHT - 2} className={claimed ? 'bar-claimed' : 'bar-counted'} />
      {lo < hi && <line x1={at(lo)} x2={at(hi)} y1={HEIGHT / 2} y2={HEIGHT / 2} className="bar-bounds" />}
    </svg>
  );
}

/** A figure over time: for each period the number in words, and a bar on one scale for all of them. */
export function SeriesChart({ figures, title, reader }: Props) {
  const { t, language } = reader;
  const longest = longestOf(figures);
  return (
    <Table className="stacked series" verticalSpacing={4} captionSide="top">
      <Table.Caption>
        {title}. {t('page.series.legend')}
      </Table.Caption>
      <ColumnHeads labels={['page.period', 'page.figure.value', 'page.figure.sure', 'page.series.drawn']} reader={reader} />
      <Table.Tbody>
        {figures.map((figure) => {
          const bar = barOf(figure);
          return (
            <Table.Tr key={figure.id}>
              <Table.Th scope="row">{daysIn(figure.period, language)}</Table.Th>
              <Table.Td>{valueIn(figure, reader)}</Table.Td>
              <Table.Td>{sureIn(figure, reader)[0]}</Table.Td>
              <Table.Td>{bar && <DrawnBar bar={bar} longest={longest} />}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
