import { correcting, exactly, type Journey, on, refused, span, step } from './steps';

/** What is sent, seen and asked. */
export const communicationJourneys: readonly Journey[] = [
  {
    name: 'campaign',
    systems: ['SYS-44'],
    steps: [
      step('send-campaign', { kind: 'newsletter', channel: 'email', sent: exactly(100), ...on('2021-02-01') }, 'campaign'),
      refused('measure-campaign', { campaign: '$campaign', ...on('2021-02-08') }, 'campaign.nothing-measured'),
      refused(
        'send-campaign',
        { campaign: '$campaign', kind: 'newsletter', channel: 'email', sent: exactly(101), ...on('2021-02-01') },
        'campaign.already-sent',
      ),
      step('measure-campaign', { campaign: '$campaign', delivered: exactly(90), ...on('2021-02-08') }, 'measured'),
      step('measure-campaign', {
        campaign: '$campaign',
        delivered: exactly(95),
        ...on('2021-02-08'),
        ...correcting('measured', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'newsletter-campaigns', period: '2021-02', by: [1, 1] },
      { indicator: 'newsletter-delivered', period: '2021-02', by: [90, 95] },
    ],
  },
  {
    name: 'observation',
    systems: ['SYS-45', 'SYS-46'],
    steps: [
      step('observe-posts', { channel: 'j1', category: 'news', posts: exactly(5), ...span('2021-01-01', '2021-12-31') }, 'posts'),
      refused(
        'observe-posts',
        { channel: 'j1', category: 'news', posts: exactly(2), ...span('2021-12-01', '2022-01-31') },
        'observation.overlaps',
      ),
      step('observe-subscribers', { network: 'j1', subscribers: exactly(300), ...on('2021-12-30') }, 'subscribers'),
      refused('observe-subscribers', { network: 'j1', subscribers: exactly(301), ...on('2021-12-30') }, 'observation.already-observed'),
      step('observe-subscribers', {
        network: 'j1',
        subscribers: exactly(301),
        ...on('2021-12-30'),
        ...correcting('subscribers'),
      }),
    ],
    figures: [
      { indicator: 'posts', period: '2021', by: [5, 5] },
      { indicator: 'social-subscribers', period: '2021', where: 'network:j1', by: [300, 301] },
    ],
  },
  {
    name: 'helpdesk-contact',
    systems: ['SYS-13', 'SYS-14'],
    steps: [
      step('register-contact', { channel: 'call', line: 'general', ...on('2021-02-01') }, 'contact'),
      step('answer-contact', { contact: '$contact', handling: 'direct', ...on('2021-02-01') }),
      refused('answer-contact', { contact: '$contact', handling: 'deferred', ...on('2021-02-02') }, 'helpdesk-contact.already-answered'),
      refused(
        'register-contact',
        { contact: '$contact', channel: 'mail', line: 'general', ...on('2021-02-01') },
        'helpdesk-contact.already-recorded',
      ),
      step('register-contact', { contact: '$contact', channel: 'call', line: 'psychology', ...on('2021-02-01'), ...correcting('contact') }),
    ],
    figures: [
      { indicator: 'helpdesk-calls', period: '2021-02', by: [1, 0] },
      { indicator: 'psy-line-calls', period: '2021-02', by: [0, 1] },
    ],
  },
];
