import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { all, CommandBody, Nested, QuantityBody } from '../command-body';
import { defineCommand, natural } from '../term';
import {
  type ObservationState,
  observeContacts,
  observePageShare,
  observePosts,
  observeSubscribers,
  observeWebTraffic,
  observeWeeklyAverage,
} from './observation.decider';
import {
  contactsObserved,
  pageShareObserved,
  POST_CATEGORIES,
  type PostCategory,
  postsObserved,
  subscribersObserved,
  TRAFFIC_METHODS,
  type TrafficMethod,
  webTrafficObserved,
  WEEKLY_MEASURES,
  weeklyAverageObserved,
  type WeeklyMeasure,
} from './observation.events';

/** It becomes part of the stream's name. */
const IsSeriesCode = (): PropertyDecorator => Matches(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** `occurred` is the period that was measured: `nature` is `span`. */
export class ObserveWebTrafficBody extends CommandBody {
  @IsSeriesCode() site: string;
  @IsOptional() @Nested(() => QuantityBody) sessions?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) users?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) pageViews?: QuantityBody;
  @IsBoolean() extrapolated: boolean;
  @IsOptional() @Nested(() => QuantityBody) measuredSessions?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) measuredUsers?: QuantityBody;
  @IsOptional() @all(IsInt(), Min(0), Max(10_000)) measuredShare?: number;
  @IsIn(TRAFFIC_METHODS) method: TrafficMethod;
}

export class ObserveSubscribersBody extends CommandBody {
  @IsSeriesCode() network: string;
  @Nested(() => QuantityBody) subscribers: QuantityBody;
}

export class ObserveContactsBody extends CommandBody {
  @IsSeriesCode() list: string;
  @Nested(() => QuantityBody) contacts: QuantityBody;
}

/** `occurred` is the period that was counted: `nature` is `span`. */
export class ObservePostsBody extends CommandBody {
  @IsSeriesCode() channel: string;
  @IsIn(POST_CATEGORIES) category: PostCategory;
  @Nested(() => QuantityBody) posts: QuantityBody;
}

/** `occurred` is the period that the average is over: `nature` is `span`. */
export class ObserveWeeklyAverageBody extends CommandBody {
  @IsSeriesCode() channel: string;
  @IsIn(WEEKLY_MEASURES) measure: WeeklyMeasure;
  @Nested(() => QuantityBody) average: QuantityBody;
}

/** `occurred` is the period that was measured: `nature` is `span`. */
export class ObservePageShareBody extends CommandBody {
  @Matches(/^[a-z0-9][a-z0-9-]{0,24}$/) site: string;
  @Matches(/^[a-z0-9][a-z0-9-]{0,24}$/) page: string;
  @all(IsInt(), Min(0), Max(10_000)) share: number;
}

const define = defineCommand<ObservationState>();

export const observationCommands = [
  define({
    name: 'observe-web-traffic',
    systems: ['SYS-45'],
    body: ObserveWebTrafficBody,
    emits: [webTrafficObserved],
    target: ({ site }) => natural(`web.${site}`),
    decide: observeWebTraffic,
    refusals: [
      'observation.nothing-observed',
      'observation.not-extrapolated',
      'observation.more-measured-than-in-all',
      'observation.not-a-period',
      'observation.overlaps',
      'observation.already-observed',
    ],
  }),
  define({
    name: 'observe-subscribers',
    systems: ['SYS-46'],
    body: ObserveSubscribersBody,
    emits: [subscribersObserved],
    target: ({ network }) => natural(`subscribers.${network}`),
    decide: observeSubscribers,
    refusals: ['observation.already-observed'],
  }),
  define({
    name: 'observe-contacts',
    systems: ['SYS-44'],
    body: ObserveContactsBody,
    emits: [contactsObserved],
    target: ({ list }) => natural(`contacts.${list}`),
    decide: observeContacts,
    refusals: ['observation.already-observed'],
  }),
  define({
    name: 'observe-posts',
    systems: ['SYS-45', 'SYS-46'],
    body: ObservePostsBody,
    emits: [postsObserved],
    target: ({ channel, category }) => natural(`posts.${channel}.${category}`),
    decide: observePosts,
    refusals: ['observation.not-a-period', 'observation.overlaps', 'observation.already-observed'],
  }),
  define({
    name: 'observe-weekly-average',
    systems: ['SYS-45', 'SYS-46'],
    body: ObserveWeeklyAverageBody,
    emits: [weeklyAverageObserved],
    target: ({ channel, measure }) => natural(`weekly.${channel}.${measure}`),
    decide: observeWeeklyAverage,
    refusals: ['observation.not-a-period', 'observation.overlaps', 'observation.already-observed'],
  }),
  define({
    name: 'observe-page-share',
    systems: ['SYS-45'],
    body: ObservePageShareBody,
    emits: [pageShareObserved],
    target: ({ site, page }) => natural(`page.${site}.${page}`),
    decide: observePageShare,
    refusals: ['observation.not-a-period', 'observation.overlaps', 'observation.already-observed'],
  }),
];
