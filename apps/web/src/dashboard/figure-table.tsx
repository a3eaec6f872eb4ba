import type { DashboardFigure, DashboardGroup } from '@app/indicators/answers';
import { Table, Text } from '@mantine/core';
import type { Indicators } from '../api';
import { SureCell, ValueCell } from '../figures/figure-cell';
import { OriginButton } from '../figures/origin-button';
import { type Reader, textIn } from '../language';
import { useUrlState } from '../url-state';
import type { Asked } from './dashboard';
import { FigurePanel } from './figure-panel';

interface Props {
  readonly asked: Asked;
  readonly indicators: Indicators;
  readonly reader: Reader;
}

function FigureRow({ shown, asked, indicators, reader }: Props & { shown: DashboardFigure }) {
  const [about, ask] = useUrlState('about');
  const { indicator, labels, figure } = shown;
  const open = about === indicator;
  const name = textIn(labels, reader.language);
  return (
    <>
      <Table.Tr data-indicator={indicator}>
        <Table.Th scope="row">
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <OriginButton
            name={name}
            open={open}
            controls={`about-${indicator}`}
            onToggle={() => ask(open ? '' : indicator)}
            reader={reader}
          />
        </Table.Th>
        <Table.Td>
          <ValueCell figure={figure} indicators={indicators} reader={reader} />
        </Table.Td>
        <Table.Td>
          <SureCell figure={figure} reader={reader} />
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={3}>
            <FigurePanel shown={shown} asked={asked} indicators={indicators} reader={reader} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** The figures of one group. */
export function FigureTable({ group, ...rest }: Props & { group: DashboardGroup }) {
  const { t } = rest.reader;
  return (
    <Table className="plan figures" verticalSpacing="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('page.figure.what')}</Table.Th>
          <Table.Th scope="col" w="24%">
            {t('page.figure.value')}
          </Table.Th>
          <Table.Th scope="col" w="40%">
            {t('page.figure.sure')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {group.figures.map((shown) => (
          <FigureRow key={shown.indicator} shown={shown} {...rest} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
