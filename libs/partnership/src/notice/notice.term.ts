import type { Term } from '../term';
import { noticeCommands } from './notice.commands';
import { noticeEvolution, type NoticeState } from './notice.decider';
import { noticeModerated, noticePosted, noticeWithdrawn } from './notice.events';
import { noticeFacts } from './notice.facts';

export const noticeTerm: Term<NoticeState> = {
  name: 'notice',
  events: [noticePosted, noticeModerated, noticeWithdrawn],
  evolution: noticeEvolution,
  commands: noticeCommands,
  facts: noticeFacts,
};
