import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import {
  noticeModerated,
  type NoticeModeratedData,
  noticePosted,
  type NoticePostedData,
  noticeWithdrawn,
  type NoticeWithdrawnData,
} from './notice.events';

const keyed = (streamId: string) => ({ subjectKind: 'structure', subjectKey: streamId, groupKey: streamId }) as const;

/** Posted, moderated and withdrawn are what happened; `notice-shown` lasts from the approval until the withdrawal. */
export const noticeFacts: FactMapping = {
  [noticePosted.type]: ({ streamId, data: { kind } }: RecordedEvent<string, NoticePostedData>) => [
    one('notice-posted', 'notice', { ...keyed(streamId), dims: { kind } }),
  ],
  [noticeModerated.type]: ({ streamId, data: { verdict } }: RecordedEvent<string, NoticeModeratedData>) => [
    one('notice-moderated', 'notice', { ...keyed(streamId), dims: { verdict } }),
    ...(verdict === 'approved' ? [one('notice-shown', 'notice', keyed(streamId))] : []),
  ],
  [noticeWithdrawn.type]: ({ streamId, occurred, data: { reason } }: RecordedEvent<string, NoticeWithdrawnData>) => [
    { change: ['notice-shown'], validTo: occurred.to },
    one('notice-withdrawn', 'notice', { ...keyed(streamId), dims: { reason } }),
  ],
};
