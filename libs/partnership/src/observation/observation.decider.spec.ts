import { exactly, type Occurred } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  observationEvolution,
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
  postsObserved,
  subscribersObserved,
  webTrafficObserved,
  weeklyAverageObserved,
} from './observation.events';
import { observationFacts } from './observation.facts';

const during = (from: string, to: string): { occurred: Occurred } => ({ occurred: { from, to, nature: 'span', precision: 'day' } });
const year = during('2021-01-01', '2021-12-31');
const traffic = { site: 'main', sessions: exactly(300), extrapolated: false, method: 'web-analytics' } as const;
const guessed = {
  site: 'main',
  sessions: { value: 300, exactness: 'extrapolated' },
  users: { value: 210, exactness: 'extrapolated' },
  extrapolated: true,
  measuredSessions: exactly(100),
  measuredUsers: exactly(70),
  method: 'proportional-extrapolation',
} as const;
const followers = { network: 'network-a', subscribers: exactly(295) };
const contacts = { list: 'newsletter', contacts: exactly(6682) };
const news = { channel: 'main', category: 'news', posts: exactly(43) } as const;

const nothing = given(observationEvolution, []);

describe('observe the traffic of a site', () => {
  const observed = given(observationEvolution, [[webTrafficObserved, traffic, year]]);

  it('records totals, and what was measured when they are extrapolated', () => {
    expect(nothing.then(observeWebTraffic, traffic, year)).toEqual([['WebTrafficObserved', traffic]]);
    expect(nothing.then(observeWebTraffic, guessed, year)).toEqual([['WebTrafficObserved', guessed]]);
  });

  it('takes the next period', () => {
    expect(observed.then(observeWebTraffic, traffic, during('2022-01-01', '2022-12-31'))).toEqual([['WebTrafficObserved', traffic]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(observed.when(observeWebTraffic, traffic, year)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(nothing.refuses(observeWebTraffic, { site: 'main', extrapolated: false, method: 'web-analytics' }, year)).toBe(
      'observation.nothing-observed',
    );
    expect(nothing.refuses(observeWebTraffic, { ...guessed, extrapolated: false }, year)).toBe('observation.not-extrapolated');
    expect(nothing.refuses(observeWebTraffic, { ...traffic, measuredShare: 3333 }, year)).toBe('observation.not-extrapolated');
    expect(nothing.refuses(observeWebTraffic, { ...guessed, measuredSessions: exactly(301) }, year)).toBe(
      'observation.more-measured-than-in-all',
    );
    expect(nothing.refuses(observeWebTraffic, { ...guessed, measuredUsers: exactly(211) }, year)).toBe(
      'observation.more-measured-than-in-all',
    );
    expect(nothing.refuses(observeWebTraffic, traffic, { occurred: onDay('2021-12-31') })).toBe('observation.not-a-period');
    expect(observed.refuses(observeWebTraffic, traffic, during('2021-12-31', '2022-01-31'))).toBe('observation.overlaps');
    expect(observed.refuses(observeWebTraffic, { ...traffic, sessions: exactly(301) }, year)).toBe('observation.already-observed');
  });
});

describe('observe the subscribers of a network', () => {
  const day = { occurred: onDay('2021-12-30') };
  const observed = given(observationEvolution, [[subscribersObserved, followers, day]]);

  it('records the number of a day', () => {
    expect(nothing.then(observeSubscribers, followers, day)).toEqual([['SubscribersObserved', followers]]);
    expect(observed.then(observeSubscribers, followers, { occurred: onDay('2022-01-31') })).toEqual([['SubscribersObserved', followers]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(observed.when(observeSubscribers, followers, day)).toEqual([]);
  });

  it('refuses another number for the same day', () => {
    expect(observed.refuses(observeSubscribers, { ...followers, subscribers: exactly(296) }, day)).toBe('observation.already-observed');
  });

  it('a corrected number takes the place of the first one', () => {
    const corrected = given(observationEvolution, [
      [subscribersObserved, followers, day],
      [subscribersObserved, { ...followers, subscribers: exactly(296) }, { ...day, corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.when(observeSubscribers, { ...followers, subscribers: exactly(296) }, day)).toEqual([]);
    expect(corrected.refuses(observeSubscribers, followers, day)).toBe('observation.already-observed');
  });
});

describe('observe the contacts of a list', () => {
  const day = { occurred: onDay('2021-12-31') };
  const observed = given(observationEvolution, [[contactsObserved, contacts, day]]);

  it('records the number of a day', () => {
    expect(nothing.then(observeContacts, contacts, day)).toEqual([['ContactsObserved', contacts]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(observed.when(observeContacts, contacts, day)).toEqual([]);
  });

  it('refuses another number for the same day', () => {
    expect(observed.refuses(observeContacts, { ...contacts, contacts: exactly(6000) }, day)).toBe('observation.already-observed');
  });
});

describe('observe the posts of a channel', () => {
  const observed = given(observationEvolution, [[postsObserved, news, year]]);

  it('records the number of a period', () => {
    expect(nothing.then(observePosts, news, year)).toEqual([['PostsObserved', news]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(observed.when(observePosts, news, year)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(nothing.refuses(observePosts, news, { occurred: onDay('2021-12-31') })).toBe('observation.not-a-period');
    expect(observed.refuses(observePosts, news, during('2021-06-01', '2021-06-30'))).toBe('observation.overlaps');
    expect(observed.refuses(observePosts, { ...news, posts: exactly(42) }, year)).toBe('observation.already-observed');
  });
});

describe('observe an average week', () => {
  const ten = { channel: 'network-a', measure: 'posts', average: exactly(10) } as const;
  const observed = given(observationEvolution, [[weeklyAverageObserved, ten, year]]);

  it('records the average of a period, once', () => {
    expect(nothing.then(observeWeeklyAverage, ten, year)).toEqual([['WeeklyAverageObserved', ten]]);
    expect(observed.when(observeWeeklyAverage, ten, year)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(nothing.refuses(observeWeeklyAverage, ten, { occurred: onDay('2021-12-31') })).toBe('observation.not-a-period');
    expect(observed.refuses(observeWeeklyAverage, ten, during('2021-06-01', '2021-06-30'))).toBe('observation.overlaps');
    expect(observed.refuses(observeWeeklyAverage, { ...ten, average: exactly(9) }, year)).toBe('observation.already-observed');
  });

  it('counts posts and page views apart, as states of their series', () => {
    const row = { exactness: 'exact', dims: { channel: 'network-a' } };
    expect(observationFacts['WeeklyAverageObserved']!(recorded(weeklyAverageObserved, ten, year))).toEqual([
      { ...row, type: 'posts-per-week', countKind: 'post', v: 10, lo: 10, hi: 10, seriesKey: 'weekly.network-a.posts' },
    ]);
    const views = { channel: 'network-a', measure: 'page-views', average: exactly(150) } as const;
    expect(observationFacts['WeeklyAverageObserved']!(recorded(weeklyAverageObserved, views, year))).toEqual([
      { ...row, type: 'page-views-per-week', countKind: 'view', v: 150, lo: 150, hi: 150, seriesKey: 'weekly.network-a.page-views' },
    ]);
  });
});

describe('observe the share of a page', () => {
  const home = { site: 'main', page: 'home-fr', share: 2928 };
  const observed = given(observationEvolution, [[pageShareObserved, home, year]]);

  it('records the share of a period, once', () => {
    expect(nothing.then(observePageShare, home, year)).toEqual([['PageShareObserved', home]]);
    expect(observed.when(observePageShare, home, year)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(nothing.refuses(observePageShare, home, { occurred: onDay('2021-12-31') })).toBe('observation.not-a-period');
    expect(observed.refuses(observePageShare, home, during('2021-06-01', '2021-06-30'))).toBe('observation.overlaps');
    expect(observed.refuses(observePageShare, { ...home, share: 2900 }, year)).toBe('observation.already-observed');
  });

  it('is a state of its series', () => {
    expect(observationFacts['PageShareObserved']!(recorded(pageShareObserved, home, year))).toEqual([
      {
        type: 'web-page-share',
        countKind: 'percentage',
        exactness: 'exact',
        v: 2928,
        lo: 2928,
        hi: 2928,
        seriesKey: 'page.main.home-fr',
        dims: { site: 'main', page: 'home-fr' },
      },
    ]);
  });
});

describe('facts of an observation', () => {
  const value = (n: number, exactness = 'exact') => ({ exactness, v: n, lo: n, hi: n });

  it('keeps what was measured beside the extrapolated total', () => {
    const rest = { seriesKey: 'web.main', dims: { site: 'main', extrapolated: true } };
    expect(observationFacts['WebTrafficObserved']!(recorded(webTrafficObserved, guessed, year))).toEqual([
      { type: 'web-sessions', countKind: 'visit', ...value(300, 'extrapolated'), ...rest },
      { type: 'web-users', countKind: 'user', ...value(210, 'extrapolated'), ...rest },
      { type: 'web-sessions-measured', countKind: 'visit', ...value(100), ...rest },
      { type: 'web-users-measured', countKind: 'user', ...value(70), ...rest },
    ]);
  });

  it('follows each network, list and channel as a series of its own', () => {
    expect(observationFacts['SubscribersObserved']!(recorded(subscribersObserved, followers))).toEqual([
      { type: 'subscribers', countKind: 'subscriber', ...value(295), seriesKey: 'subscribers.network-a', dims: { network: 'network-a' } },
    ]);
    expect(observationFacts['ContactsObserved']!(recorded(contactsObserved, contacts))).toEqual([
      { type: 'mailing-contacts', countKind: 'contact', ...value(6682), seriesKey: 'contacts.newsletter', dims: { list: 'newsletter' } },
    ]);
    expect(observationFacts['PostsObserved']!(recorded(postsObserved, news))).toEqual([
      { type: 'posts', countKind: 'post', ...value(43), seriesKey: 'posts.main.news', dims: { channel: 'main', category: 'news' } },
    ]);
  });
});
