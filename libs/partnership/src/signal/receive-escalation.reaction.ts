import type { RecordedEvent } from '@app/decider';
import {
  type HelpdeskContactEscalatedData,
  helpdeskContactEscalated,
  type HelpdeskContactReceivedData,
  helpdeskContactReceived,
} from '../helpdesk-contact/helpdesk-contact.events';
import { following, type Reaction } from '../reaction';
import { type Theme, THEMES } from './signal.events';

/** The helpdesk has themes that are no theme of a signal; what the signal is about is for whoever qualifies it. */
const themeOf = (theme: string | undefined): Theme => THEMES.find((candidate) => candidate === theme) ?? 'other';

/** A contact of the helpdesk that is escalated as a signal is a signal from the field. */
export const receiveEscalation: Reaction = {
  name: 'receive-escalation',
  on: [helpdeskContactEscalated],
  react: (escalated: RecordedEvent<string, HelpdeskContactEscalatedData>, standing) => {
    if (escalated.data.escalatedTo !== 'signal') return [];
    const contact = standing(escalated.streamId).find(({ type }) => type === helpdeskContactReceived.type)?.data as
      HelpdeskContactReceivedData | undefined;
    return [
      {
        key: 'signal',
        command: 'receive-signal',
        body: { theme: themeOf(contact?.theme), sender: 'professional', contact: escalated.streamId, ...following(escalated) },
        record: 'signal',
      },
    ];
  },
};
