import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'kroniek:address';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
};

/** One part of what the page shows, kept in the address, so that a filtered view can be sent to somebody. */
export function useUrlState(name: string, fallback = ''): [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => new URLSearchParams(window.location.search).get(name) ?? fallback);
  const set = useCallback(
    (next: string) => {
      const query = new URLSearchParams(window.location.search);
      if (next === '' || next === fallback) query.delete(name);
      else query.set(name, next);
      const text = query.toString();
      window.history.replaceState(null, '', text === '' ? window.location.pathname : `?${text}`);
      window.dispatchEvent(new Event(CHANGED));
    },
    [name, fallback],
  );
  return [value, set];
}
