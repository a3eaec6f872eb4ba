import { correcting, type Journey, on, refused, step } from './steps';

const vgc = { signal: '$seen', authority: 'flemish-community-commission' };

/** What the field lacks and who is told, who is referred to whom, what stands in directories and on the noticeboard, and early signs of a crisis. */
export const signalsJourneys: readonly Journey[] = [
  {
    name: 'signal-function',
    systems: ['SYS-53'],
    steps: [
      step('pick-up-signal', { theme: 'saturation', occasion: 'meeting', ...on('2024-02-01') }, 'seen'),
      step('receive-signal', { theme: 'staff-shortage', sender: 'professional', account: 'wat verteld werd', ...on('2024-02-02') }),
      refused('receive-signal', { signal: '$seen', theme: 'saturation', sender: 'citizen', ...on('2024-02-02') }, 'signal.already-raised'),
      step('qualify-signal', { signal: '$seen', theme: 'saturation', severity: 'high', ...on('2024-02-05') }),
      step('pass-on-signal', { ...vgc, channel: 'letter', ...on('2024-02-10') }),
      step('pass-on-signal', { ...vgc, authority: 'iriscare', channel: 'meeting', ...on('2024-02-11') }),
      step('pass-on-signal', { ...vgc, authority: 'commune', organisation: 'org-c1', channel: 'mail', ...on('2024-02-12') }, 'toCommune'),
      refused('record-signal-action', { ...vgc, authority: 'federal', evidence: 'funding', ...on('2024-04-01') }, 'signal.not-passed-on'),
      step('acknowledge-signal', { ...vgc, ...on('2024-02-20') }),
      step('record-signal-action', { ...vgc, evidence: 'funding', ...on('2024-05-01') }),
      refused('close-signal-without-action', { signal: '$seen', reason: 'no-answer', ...on('2024-06-01') }, 'signal.acted-upon'),
      step('pass-on-signal', {
        ...vgc,
        authority: 'region',
        channel: 'mail',
        ...on('2024-02-12'),
        ...correcting('toCommune', 'wrong-record'),
      }),
    ],
    figures: [
      { indicator: 'signals-picked-up', period: '2024', by: [1, 1] },
      { indicator: 'signals-received', period: '2024', by: [1, 1] },
      { indicator: 'signals-qualified', period: '2024', where: 'severity:high', by: [1, 1] },
      { indicator: 'signals-passed-on', period: '2024', by: [1, 1] },
      { indicator: 'signal-passings', period: '2024', by: [3, 3] },
      { indicator: 'signals-passed-on', period: '2024', where: 'authority:commune', by: [1, 0] },
      { indicator: 'signals-passed-on', period: '2024', where: 'authority:region', by: [0, 1] },
      { indicator: 'signals-acknowledged', period: '2024', by: [1, 1] },
      { indicator: 'signals-acted-upon', period: '2024', by: [1, 1] },
      { indicator: 'signals-acted-upon-share', period: '2024', by: [5_000, 5_000] },
      { indicator: 'signal-passing-delay', period: '2024', by: [9, 9] },
    ],
  },
];
