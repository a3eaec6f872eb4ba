import type { RecordedEvent } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import { helpdeskContactEscalated, helpdeskContactReceived, type Theme } from '../helpdesk-contact/helpdesk-contact.events';
import { receiveEscalation } from './receive-escalation.reaction';

const streamId = 'helpdesk-contact-c1';
const received = (theme?: Theme) =>
  recorded(helpdeskContactReceived, { channel: 'call', line: 'general', ...(theme ? { theme } : {}) } as const, { streamId });
const escalated = (escalatedTo: 'signal' | 'referent') =>
  recorded(helpdeskContactEscalated, { line: 'general', escalatedTo }, { streamId, occurred: onDay('2021-03-01') });
const effects = (escalatedTo: 'signal' | 'referent', theme?: Theme) =>
  receiveEscalation.react(escalated(escalatedTo), (): readonly RecordedEvent<string, any>[] => [received(theme), escalated(escalatedTo)]);

it('receives the signal on the day of the escalation, with the contact that it comes from', () => {
  expect(effects('signal', 'housing')).toEqual([
    {
      key: 'signal',
      command: 'receive-signal',
      body: { theme: 'housing', sender: 'professional', contact: streamId, occurred: onDay('2021-03-01') },
      record: 'signal',
    },
  ]);
});

it('leaves to whoever qualifies it what has no theme among signals', () => {
  expect([undefined, 'home-care' as const].flatMap((theme) => effects('signal', theme).map(({ body }) => body))).toMatchObject([
    { theme: 'other' },
    { theme: 'other' },
  ]);
});

it('has nothing to say about a contact that goes to somebody else', () => {
  expect(effects('referent', 'housing')).toEqual([]);
});
