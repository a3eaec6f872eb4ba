import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  readonly year: string;
  readonly onYear: (year: string) => void;
}

/** A year that is typed: asked for once its four digits are there. */
export function YearInput({ label, year, onYear }: Props) {
  const [typed, type] = useState(year);
  useEffect(() => type(year), [year]);
  const change = (text: string) => {
    type(text);
    if (/^(19|20)\d\d$/.test(text)) onYear(text);
  };
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      inputMode="numeric"
      maxLength={4}
      w={90}
    />
  );
}
