import { SqliteEventStore } from '@app/event-store/sqlite/sqlite-event-store';

// Child process: opens the record named by the first argument, writes one event, says so, and keeps the lock until it is killed.
async function hold(file: string): Promise<void> {
  const store = await SqliteEventStore.open({ file });
  const event = { id: '00000000-0000-8000-8000-000000000001', type: 'SessionHeld', bytes: Buffer.from('acknowledged') };
  const { outcome } = await store.append('session-held', 'no-stream', [event]);
  process.stdout.write(`${outcome}\n`);
}

void hold(process.argv[2] ?? '');
