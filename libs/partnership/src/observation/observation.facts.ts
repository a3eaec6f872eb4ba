import type { CountKind, Quantity, RecordedEvent } from '@app/decider';
import { exactly } from '@app/decider';
import { type FactDraft, type FactMapping, many } from '../facts';
import type {
  ContactsObservedData,
  PageShareObservedData,
  PostsObservedData,
  SubscribersObservedData,
  WebTrafficObservedData,
  WeeklyAverageObservedData,
} from './observation.events';

const maybe = (type: string, countKind: CountKind, quantity: Quantity | undefined, rest: Partial<FactDraft>): readonly FactDraft[] =>
  quantity ? [many(type, countKind, quantity, rest)] : [];

/**
 * `web-*` and `posts` count over their period; `subscribers` and `mailing-contacts` are states of a series on a day. The measured part stands beside
 * an extrapolated total as `web-sessions-measured` and `web-users-measured`, and is never added to it.
 */
export const observationFacts: FactMapping = {
  WebTrafficObserved: ({ data }: RecordedEvent<string, WebTrafficObservedData>) => {
    const { site, extrapolated } = data;
    const rest = { seriesKey: `web.${site}`, dims: { site, extrapolated } };
    return [
      ...maybe('web-sessions', 'visit', data.sessions, rest),
      ...maybe('web-users', 'user', data.users, rest),
      ...maybe('web-page-views', 'view', data.pageViews, rest),
      ...maybe('web-sessions-measured', 'visit', data.measuredSessions, rest),
      ...maybe('web-users-measured', 'user', data.measuredUsers, rest),
    ];
  },
  SubscribersObserved: ({ data: { network, subscribers } }: RecordedEvent<string, SubscribersObservedData>) => [
    many('subscribers', 'subscriber', subscribers, { seriesKey: `subscribers.${network}`, dims: { network } }),
  ],
  ContactsObserved: ({ data: { list, contacts } }: RecordedEvent<string, ContactsObservedData>) => [
    many('mailing-contacts', 'contact', contacts, { seriesKey: `contacts.${list}`, dims: { list } }),
  ],
  PostsObserved: ({ data: { channel, category, posts } }: RecordedEvent<string, PostsObservedData>) => [
    many('posts', 'post', posts, { seriesKey: `posts.${channel}.${category}`, dims: { channel, category } }),
  ],
  // Averages and shares are states of a series: two periods of one are never added.
  WeeklyAverageObserved: ({ data: { channel, measure, average } }: RecordedEvent<string, WeeklyAverageObservedData>) => {
    const rest = { seriesKey: `weekly.${channel}.${measure}`, dims: { channel } };
    return [measure === 'posts' ? many('posts-per-week', 'post', average, rest) : many('page-views-per-week', 'view', average, rest)];
  },
  PageShareObserved: ({ data: { site, page, share } }: RecordedEvent<string, PageShareObservedData>) => [
    many('web-page-share', 'percentage', exactly(share), { seriesKey: `page.${site}.${page}`, dims: { site, page } }),
  ],
};
