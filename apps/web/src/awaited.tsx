import { Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import type { Reader } from './language';

interface Props<T> {
  readonly of: UseQueryResult<T>;
  /** What is waited for. */
  readonly label: string;
  readonly reader: Reader;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, once it is there; until then, or if it does not come, that. */
export function Awaited<T>({ of, label, reader, children }: Props<T>) {
  if (of.isPending) return <Loader aria-label={label} />;
  if (of.isError) return <Failure error={of.error} reader={reader} />;
  return <>{children(of.data)}</>;
}
