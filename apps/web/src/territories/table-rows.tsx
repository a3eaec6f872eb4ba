import type { TerritoryTable } from '@app/indicators/answers';
import { Table, Text } from '@mantine/core';
import type { Indicators } from '../api';
import { SureCell, ValueCell } from '../figures/figure-cell';
import { FigureEvents } from '../figures/figure-events';
import { countedIn, countIn } from '../figures/figure-words';
import { OriginButton } from '../figures/origin-button';
import { type Reader, textIn } from '../language';
import { useUrlState } from '../url-state';
import { rowKey, type ShownRow } from './territory-table';

interface Props {
  readonly indicators: Indicators;
  readonly reader: Reader;
}

function nameIn({ kind, code = '', name }: ShownRow, { t, language }: Reader): string {
  if (kind !== 'territory') return t(`page.territories.rest.${kind}`);
  return name ? textIn(name, language) : code;
}

function Row({ row, name, strong = false, indicators, reader }: Props & { row: ShownRow; name: string; strong?: boolean }) {
  const { t } = reader;
  const [about, ask] = useUrlState('about');
  const key = rowKey(row);
  const open = about === key;
  return (
    <>
      <Table.Tr data-row={key}>
        <Table.Th scope="row">
          <Text size="sm" fw={strong ? 700 : 600}>
            {name}
          </Text>
          <OriginButton name={name} open={open} controls={`about-${key}`} onToggle={() => ask(open ? '' : key)} reader={reader} />
        </Table.Th>
        <Table.Td>
          <ValueCell figure={row.figure} indicators={indicators} reader={reader} />
        </Table.Td>
        <Table.Td>
          <SureCell figure={row.figure} reader={reader} />
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={3}>
            <section className="panel" id={`about-${key}`} aria-label={t('page.figure.origin', { name })}>
              <FigureEvents figureId={row.figure.id} reader={reader} />
            </section>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** A row for each part, for what falls in none of them, and for the whole. */
export function TableRows({ table, indicators, reader }: Props & { table: TerritoryTable }) {
  const { t } = reader;
  const { total, rows, sum, inSeveral } = table;
  return (
    <>
      <Table className="plan" verticalSpacing="xs" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('page.territories.place')}</Table.Th>
            <Table.Th scope="col">{t('page.figure.value')}</Table.Th>
            <Table.Th scope="col" w="40%">
              {t('page.figure.sure')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} name={nameIn(row, reader)} indicators={indicators} reader={reader} />
          ))}
          <Row row={{ kind: 'total', figure: total }} name={t('page.territories.total')} strong indicators={indicators} reader={reader} />
        </Table.Tbody>
      </Table>
      {sum && (total.computed?.facts ?? 0) > 0 && (
        <Text size="sm" mt="xs" data-testid="sum">
          {t(`page.territories.agrees.${sum.agrees}`, { value: countIn(sum, countedIn(total), reader) })}
        </Text>
      )}
      {!table.additive && (
        <Text size="sm" mt="xs">
          {t('page.territories.notAdditive')}
        </Text>
      )}
      {inSeveral !== undefined && (
        <Text size="sm" mt="xs" data-testid="in-several">
          {t('page.territories.inSeveral', { number: inSeveral })}
        </Text>
      )}
    </>
  );
}
