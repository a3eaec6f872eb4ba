import { Alert } from '@mantine/core';
import { Refused } from './api';
import type { Reader } from './language';

/** What went wrong, in the words of the service where it said so. */
export function Failure({ error, reader: { t, language } }: { error: Error; reader: Reader }) {
  const said = error instanceof Refused ? error.problem?.message[language] : undefined;
  return (
    <Alert color="red" role="alert">
      {said ?? t('page.failed')}
    </Alert>
  );
}
