import { Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { quoteTestimony, receiveTestimony, testimonyEvolution, withdrawConsentToQuote } from './testimony.decider';
import { consentToQuoteWithdrawn, testimonyQuoted, testimonyReceived } from './testimony.events';
import { testimonyFacts } from './testimony.facts';

const speaker = 'carer' as const;
const voice = { speaker, testimonyLanguage: 'fr', consentToQuote: true } as const;
const quote = { quotedIn: 'activity-report' } as const;
const july = { occurred: onDay('2021-07-01') };
const august = { occurred: onDay('2021-08-01') };

const received = [testimonyReceived, voice] as const;
const withoutConsent = [testimonyReceived, { ...voice, consentToQuote: false }] as const;
const quoted = [testimonyQuoted, { ...quote, speaker }, july] as const;
const withdrawn = [consentToQuoteWithdrawn, { speaker }, august] as const;
const testimonyOf = (...history: Parameters<typeof given>[1]) => given(testimonyEvolution, history);

describe('receive a testimony', () => {
  it('records as whom somebody speaks, the words unopened', () => {
    const testimony = new Sealed('woorden');
    const [event] = testimonyOf().when(receiveTestimony, { ...voice, testimony });
    expect(event!.definition.type).toBe('TestimonyReceived');
    expect(event!.data).toEqual({ ...voice, testimony });
    expect(event!.data.testimony).toBe(testimony);
  });

  it('names the organisation of a partner', () => {
    const partner = { ...voice, speaker: 'partner-organisation', organisation: 'org-P1', topic: 'collaboration' } as const;
    expect(testimonyOf().then(receiveTestimony, partner)).toEqual([['TestimonyReceived', partner]]);
  });

  it('says nothing twice, and not after a quote or a withdrawal', () => {
    expect(testimonyOf(received).then(receiveTestimony, voice)).toEqual([]);
    expect(testimonyOf(received, quoted, withdrawn).then(receiveTestimony, voice)).toEqual([]);
  });

  it('refuses another testimony in its place, and where a patient or carer belongs', () => {
    expect(testimonyOf(received).refuses(receiveTestimony, { ...voice, speaker: 'patient' })).toBe('testimony.already-received');
    expect(testimonyOf(received).refuses(receiveTestimony, voice, july)).toBe('testimony.already-received');
    expect(testimonyOf().refuses(receiveTestimony, { ...voice, organisation: 'org-P1' })).toBe('testimony.organisation-of-a-person');
  });
});

describe('withdraw consent to quote', () => {
  it('is always possible', () => {
    expect(testimonyOf(received).then(withdrawConsentToQuote, {}, august)).toEqual([['ConsentToQuoteWithdrawn', { speaker }]]);
    expect(testimonyOf(received, quoted).then(withdrawConsentToQuote, {}, august)).toEqual([['ConsentToQuoteWithdrawn', { speaker }]]);
  });

  it('says nothing twice, and nothing where no consent stands', () => {
    expect(testimonyOf(received, withdrawn).then(withdrawConsentToQuote, {}, august)).toEqual([]);
    expect(testimonyOf(received, withdrawn, quoted).then(withdrawConsentToQuote, {}, july)).toEqual([]);
    expect(testimonyOf(withoutConsent).then(withdrawConsentToQuote, {}, august)).toEqual([]);
    expect(testimonyOf().then(withdrawConsentToQuote, {}, august)).toEqual([]);
  });
});

describe('quote a testimony', () => {
  it('says where', () => {
    expect(testimonyOf(received).then(quoteTestimony, quote, july)).toEqual([['TestimonyQuoted', { ...quote, speaker }]]);
    expect(testimonyOf(received, quoted).then(quoteTestimony, { quotedIn: 'website' }, july)).toHaveLength(1);
  });

  it('may be recorded late, when it came before the withdrawal', () => {
    expect(testimonyOf(received, withdrawn).then(quoteTestimony, quote, july)).toEqual([['TestimonyQuoted', { ...quote, speaker }]]);
  });

  it('says nothing twice, and not after the withdrawal', () => {
    expect(testimonyOf(received, quoted).then(quoteTestimony, quote, july)).toEqual([]);
    expect(testimonyOf(received, quoted, withdrawn).then(quoteTestimony, quote, july)).toEqual([]);
  });

  it.each([
    ['testimony.not-received', []],
    ['testimony.no-consent', [withoutConsent]],
    ['testimony.consent-withdrawn', [received, withdrawn]],
    ['testimony.consent-withdrawn', [received, quoted, withdrawn]],
  ] as const)('refuses with %s', (code, history) => {
    expect(testimonyOf(...history).refuses(quoteTestimony, quote, august)).toBe(code);
  });

  it('rests on the consent as it was corrected', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = testimonyOf(withoutConsent, [testimonyReceived, voice, { corrects: id }]);
    expect(corrected.then(quoteTestimony, quote, july)).toHaveLength(1);
  });
});

describe('facts of a testimony', () => {
  const groupKey = 'testimony-AAAAAAAAAAAAAAAAAAAAAA';
  const single = { exactness: 'exact', v: 1, lo: 1, hi: 1, groupKey };
  const at = { streamId: groupKey, ...august };
  const dims = { speaker, testimonyLanguage: 'fr' };

  it('a consent lasts until it is withdrawn', () => {
    expect(testimonyFacts['TestimonyReceived']!(recorded(testimonyReceived, voice, at))).toEqual([
      { type: 'testimony-received', countKind: 'testimony', ...single, dims: { ...dims, consentToQuote: true } },
      { type: 'consent-to-quote', countKind: 'testimony', ...single, occurrenceKey: groupKey, dims },
    ]);
    const silent = { ...voice, consentToQuote: false, topic: 'governance' } as const;
    expect(testimonyFacts['TestimonyReceived']!(recorded(testimonyReceived, silent, at))).toEqual([
      { type: 'testimony-received', countKind: 'testimony', ...single, dims: { ...dims, consentToQuote: false, topic: 'governance' } },
    ]);
    expect(testimonyFacts['ConsentToQuoteWithdrawn']!(recorded(consentToQuoteWithdrawn, { speaker }, at))).toEqual([
      { change: ['consent-to-quote'], occurrenceKey: groupKey, validTo: '2021-08-01' },
      { type: 'consent-to-quote-withdrawn', countKind: 'testimony', ...single, dims: { speaker } },
    ]);
  });

  it('a quote is a publication', () => {
    expect(testimonyFacts['TestimonyQuoted']!(recorded(testimonyQuoted, quoted[1], at))).toEqual([
      { type: 'testimony-quoted', countKind: 'publication', ...single, dims: { speaker, quotedIn: 'activity-report' } },
    ]);
  });
});
