import { exactly } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { campaignEvolution, measureCampaign, sendCampaign } from './campaign.decider';
import { campaignMeasured, campaignSent } from './campaign.events';
import { campaignFacts } from './campaign.facts';

const newsletter = { kind: 'newsletter', channel: 'email', sent: exactly(100), delivered: exactly(80) } as const;
const sentOn = onDay('2021-06-15');
const measured = { kind: 'newsletter', channel: 'email', sentOn, opened: exactly(30) } as const;

const unknown = given(campaignEvolution, []);
const sent = given(campaignEvolution, [[campaignSent, newsletter]]);
const read = given(campaignEvolution, [
  [campaignSent, newsletter],
  [campaignMeasured, measured],
]);

describe('send a campaign', () => {
  it('records what was sent', () => {
    expect(unknown.then(sendCampaign, newsletter)).toEqual([['CampaignSent', newsletter]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(sent.when(sendCampaign, newsletter)).toEqual([]);
    expect(read.when(sendCampaign, newsletter)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(sent.refuses(sendCampaign, { ...newsletter, kind: 'invitation' })).toBe('campaign.already-sent');
    expect(sent.refuses(sendCampaign, newsletter, { occurred: onDay('2021-06-16') })).toBe('campaign.already-sent');
  });

  it('refuses a reach that cannot be', () => {
    expect(unknown.refuses(sendCampaign, { ...newsletter, delivered: exactly(101) })).toBe('campaign.more-delivered-than-sent');
    expect(unknown.refuses(sendCampaign, { ...newsletter, opened: exactly(81) })).toBe('campaign.more-opened-than-delivered');
    expect(unknown.refuses(sendCampaign, { ...newsletter, clicked: exactly(81) })).toBe('campaign.more-clicked-than-delivered');
    expect(unknown.refuses(sendCampaign, { ...newsletter, unsubscribed: exactly(81) })).toBe('campaign.more-unsubscribed-than-delivered');
  });

  it('lets clicks exceed openings, and doubtful values pass', () => {
    const command = {
      ...newsletter,
      opened: exactly(10),
      clicked: exactly(20),
      unsubscribed: { value: 90, exactness: 'approximate' },
    } as const;
    expect(unknown.then(sendCampaign, command)).toEqual([['CampaignSent', command]]);
  });
});

describe('measure a campaign', () => {
  it('records the reading with the day of sending', () => {
    expect(sent.then(measureCampaign, { opened: exactly(30) }, { occurred: onDay('2021-07-01') })).toEqual([
      ['CampaignMeasured', measured],
    ]);
  });

  it('says nothing new when it is repeated', () => {
    expect(read.when(measureCampaign, { opened: exactly(30) })).toEqual([]);
    expect(sent.when(measureCampaign, { delivered: exactly(80) })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(unknown.refuses(measureCampaign, { opened: exactly(30) })).toBe('campaign.not-sent');
    expect(sent.refuses(measureCampaign, {})).toBe('campaign.nothing-measured');
    expect(sent.refuses(measureCampaign, { delivered: exactly(101) })).toBe('campaign.more-delivered-than-sent');
    expect(sent.refuses(measureCampaign, { opened: exactly(81) })).toBe('campaign.more-opened-than-delivered');
    expect(sent.refuses(measureCampaign, { clicked: exactly(81) })).toBe('campaign.more-clicked-than-delivered');
    expect(sent.refuses(measureCampaign, { unsubscribed: exactly(81) })).toBe('campaign.more-unsubscribed-than-delivered');
  });
});

describe('a corrected campaign', () => {
  it('takes the place of the first record and keeps later readings', () => {
    const corrected = given(campaignEvolution, [
      [campaignSent, newsletter],
      [campaignMeasured, measured],
      [campaignSent, { ...newsletter, delivered: exactly(90) }, { corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.state.reach).toEqual({ sent: exactly(100), delivered: exactly(90), opened: exactly(30) });
  });
});

describe('facts of a campaign', () => {
  const dims = { kind: 'newsletter', channel: 'email' };
  const count = (n: number) => ({ exactness: 'exact', v: n, lo: n, hi: n });

  it('counts campaigns and messages apart', () => {
    expect(campaignFacts['CampaignSent']!(recorded(campaignSent, newsletter))).toEqual([
      { type: 'campaign', countKind: 'campaign', ...count(1), dims },
      { type: 'campaign-sent', countKind: 'message', ...count(100), dims },
      { type: 'campaign-delivered', countKind: 'message', ...count(80), dims },
    ]);
  });

  it('a reading takes the place of what it measures, on the day of sending', () => {
    expect(campaignFacts['CampaignMeasured']!(recorded(campaignMeasured, measured, { occurred: onDay('2021-07-01') }))).toEqual([
      { close: ['campaign-opened'] },
      { type: 'campaign-opened', countKind: 'message', ...count(30), occurred: sentOn, dims },
    ]);
  });
});
