import { defineEvent, type Quantity } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const POST_CATEGORIES = ['news', 'event', 'social', 'other'] as const;
export type PostCategory = (typeof POST_CATEGORIES)[number];

export const TRAFFIC_METHODS = ['web-analytics', 'server-log', 'proportional-extrapolation', 'survey', 'not-stated'] as const;
export type TrafficMethod = (typeof TRAFFIC_METHODS)[number];

/** What a site was visited in a period: `occurred` of the event, a span. Where a part was measured and the rest estimated, both are kept. */
export interface WebTrafficObservedData {
  /** Code of the site. */
  readonly site: string;
  readonly sessions?: Quantity;
  readonly users?: Quantity;
  readonly pageViews?: Quantity;
  readonly extrapolated: boolean;
  /** What was really measured, when the totals are extrapolated from it. */
  readonly measuredSessions?: Quantity;
  readonly measuredUsers?: Quantity;
  /** Share of the period that was measured, in hundredths of a percent. */
  readonly measuredShare?: number;
  readonly method: TrafficMethod;
}

export const webTrafficObserved = defineEvent<WebTrafficObservedData>()({
  type: 'WebTrafficObserved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: {
    site: 'core',
    sessions: 'core',
    users: 'core',
    pageViews: 'core',
    extrapolated: 'core',
    measuredSessions: 'core',
    measuredUsers: 'core',
    measuredShare: 'core',
    method: 'core',
  },
});

/** How many follow one network on one day. */
export interface SubscribersObservedData {
  readonly network: string;
  readonly subscribers: Quantity;
}

export const subscribersObserved = defineEvent<SubscribersObservedData>()({
  type: 'SubscribersObserved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { network: 'core', subscribers: 'core' },
});

/** How many contacts stand in one mailing list on one day. */
export interface ContactsObservedData {
  readonly list: string;
  readonly contacts: Quantity;
}

export const contactsObserved = defineEvent<ContactsObservedData>()({
  type: 'ContactsObserved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { list: 'core', contacts: 'core' },
});

/** How many posts of one category a channel brought in a period: `occurred` of the event, a span. */
export interface PostsObservedData {
  readonly channel: string;
  readonly category: PostCategory;
  readonly posts: Quantity;
}

export const postsObserved = defineEvent<PostsObservedData>()({
  type: 'PostsObserved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { channel: 'core', category: 'core', posts: 'core' },
});

/** What an average week brings in. */
export const WEEKLY_MEASURES = ['posts', 'page-views'] as const;
export type WeeklyMeasure = (typeof WEEKLY_MEASURES)[number];

/** How many posts a channel brought in a week, or how often its pages were seen, on average over a period: `occurred` of the event, a span. */
export interface WeeklyAverageObservedData {
  readonly channel: string;
  readonly measure: WeeklyMeasure;
  readonly average: Quantity;
}

export const weeklyAverageObserved = defineEvent<WeeklyAverageObservedData>()({
  type: 'WeeklyAverageObserved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { channel: 'core', measure: 'core', average: 'core' },
});

/** Which part of what was seen of a site one page had in a period: `occurred` of the event, a span. */
export interface PageShareObservedData {
  readonly site: string;
  /** Code of the page. */
  readonly page: string;
  /** In hundredths of a percent. */
  readonly share: number;
}

export const pageShareObserved = defineEvent<PageShareObservedData>()({
  type: 'PageShareObserved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { site: 'core', page: 'core', share: 'core' },
});
