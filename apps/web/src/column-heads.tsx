import { Table } from '@mantine/core';
import type { Reader } from './language';

/** The head of a table: a label for each column. */
export const ColumnHeads = ({ labels, reader }: { labels: readonly string[]; reader: Reader }) => (
  <Table.Thead>
    <Table.Tr>
      {labels.map((label) => (
        <Table.Th key={label} scope="col">
          {reader.t(label)}
        </Table.Th>
      ))}
    </Table.Tr>
  </Table.Thead>
);
