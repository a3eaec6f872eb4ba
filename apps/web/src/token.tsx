import { createContext, type ReactNode, useContext, useState } from 'react';

type Kept = readonly [token: string, keep: (token: string) => void];

const TokenContext = createContext<Kept>(['', () => {}]);

/** Keeps the token with which somebody records in the memory of this page alone: no storage, no cookie, no address; gone when the page is left or loaded anew. */
export function TokenKeeper({ children }: { children: ReactNode }) {
  return <TokenContext value={useState('')}>{children}</TokenContext>;
}

export const useToken = (): Kept => useContext(TokenContext);
