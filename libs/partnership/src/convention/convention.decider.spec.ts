import { given, onDay, recorded } from '@app/decider/spec';
import {
  conventionEvolution,
  declineConvention,
  endConvention,
  extendConvention,
  renewConvention,
  requestConvention,
  signConvention,
} from './convention.decider';
import {
  conventionDeclined,
  conventionEnded,
  conventionExtended,
  conventionRenewed,
  conventionRequested,
  conventionSigned,
} from './convention.events';
import { conventionFacts } from './convention.facts';
import { conventionUpcasters } from './convention.upcast';

const home = { kind: 'palliative-culture', institution: 'org-R1', institutionType: 'rest-home' } as const;
const term = { ...home, from: '2021-03-01', lastDay: '2021-12-31', signatoryRole: 'director' } as const;
const openEnded = { ...home, signatoryRole: 'director' } as const;
const nobody = { institutionType: 'rest-home' } as const;

const contextOfSpec = { streamId: 'convention-AAAAAAAAAAAAAAAAAAAAAA', today: '2021-12-31', newId: () => 'id' };

const started = given(conventionEvolution, []);
const requested = given(conventionEvolution, [[conventionRequested, home]]);
const declined = given(conventionEvolution, [
  [conventionRequested, home],
  [conventionDeclined, { reason: 'outside-brussels' }],
]);
const signed = given(conventionEvolution, [[conventionSigned, term]]);
const running = given(conventionEvolution, [[conventionSigned, openEnded]]);
const ended = given(conventionEvolution, [
  [conventionSigned, term],
  [conventionEnded, { endedOn: '2021-10-01', reason: 'by-institution' }],
]);

describe('request a convention', () => {
  it('records the institution that asks', () => {
    expect(started.then(requestConvention, home)).toEqual([['ConventionRequested', home]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(requested.when(requestConvention, home)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(started.refuses(requestConvention, nobody)).toBe('convention.institution-missing');
    expect(requested.refuses(requestConvention, { ...home, institution: 'org-R2' })).toBe('convention.already-requested');
    expect(requested.refuses(requestConvention, home, { occurred: onDay('2021-06-16') })).toBe('convention.already-requested');
    expect(signed.refuses(requestConvention, home)).toBe('convention.already-signed');
  });
});

describe('decline a request', () => {
  it('records the reason', () => {
    expect(requested.then(declineConvention, { reason: 'no-capacity' })).toEqual([['ConventionDeclined', { reason: 'no-capacity' }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(declined.when(declineConvention, { reason: 'outside-brussels' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(declined.refuses(declineConvention, { reason: 'no-capacity' })).toBe('convention.already-declined');
    expect(signed.refuses(declineConvention, { reason: 'no-capacity' })).toBe('convention.already-signed');
    expect(started.refuses(declineConvention, { reason: 'no-capacity' })).toBe('convention.not-requested');
  });
});

describe('sign a convention', () => {
  it('needs no request', () => {
    expect(started.then(signConvention, term)).toEqual([['ConventionSigned', term]]);
  });

  it('grants a request', () => {
    expect(requested.then(signConvention, openEnded)).toEqual([['ConventionSigned', openEnded]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(signed.when(signConvention, term)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(started.refuses(signConvention, { ...nobody, signatoryRole: 'board' })).toBe('convention.institution-missing');
    expect(signed.refuses(signConvention, { ...term, lastDay: '2022-12-31' })).toBe('convention.already-signed');
    expect(declined.refuses(signConvention, term)).toBe('convention.already-declined');
    expect(requested.refuses(signConvention, { ...term, institution: 'org-R2' })).toBe('convention.another-institution');
    expect(started.refuses(signConvention, { ...term, lastDay: '2021-02-28' })).toBe('convention.ends-before-it-begins');
    expect(started.refuses(signConvention, { ...openEnded, lastDay: '2021-06-14' })).toBe('convention.ends-before-it-begins');
  });
});

describe('the kinds of conventions', () => {
  const { kind: _, ...unsaid } = term;
  const provider = { kind: 'provider', provider: 'pro-a1', profession: 'case-manager', programme: 'protocol-3' } as const;
  const hospital = {
    kind: 'hospital-commitment',
    institution: 'org-h1',
    institutionType: 'hospital',
    programme: 'medication-reconciliation',
  } as const;

  it('are about palliative culture when nobody says which', () => {
    expect(started.then(signConvention, unsaid)).toEqual([['ConventionSigned', term]]);
    expect(signed.when(signConvention, unsaid)).toEqual([]);
    expect(requested.when(requestConvention, { institution: 'org-R1', institutionType: 'rest-home' })).toEqual([]);
  });

  it('are with a provider of a profession, or with an institution of a type', () => {
    const signature = { ...provider, lastDay: '2022-12-31', signatoryRole: 'provider' } as const;
    const [event] = started.when(signConvention, signature);
    expect(event!.data).toEqual(signature);
    expect(recorded(conventionSigned, signature).subject).toBe('professional');
    expect(started.then(requestConvention, hospital)).toEqual([['ConventionRequested', hospital]]);
    expect(recorded(conventionRequested, hospital).subject).toBe('structure');
  });

  it('refuses what contradicts the kind', () => {
    const { provider: __, ...nameless } = provider;
    const { profession: ___, ...unskilled } = provider;
    expect(started.refuses(requestConvention, nameless)).toBe('convention.provider-missing');
    expect(started.refuses(requestConvention, unskilled)).toBe('convention.profession-missing');
    expect(started.refuses(requestConvention, { institution: 'org-h1' })).toBe('convention.institution-type-missing');
    expect(started.refuses(requestConvention, { ...hospital, provider: 'pro-a1' })).toBe('convention.provider-unexpected');
    expect(requested.refuses(signConvention, { ...term, kind: 'collaboration' })).toBe('convention.another-institution');
  });
});

describe('a convention of before there were kinds', () => {
  it('was about palliative culture', () => {
    const { kind: _, ...before } = term;
    const [requestedBefore, signedBefore] = conventionUpcasters;
    expect([requestedBefore!.type, signedBefore!.type, signedBefore!.from]).toEqual(['ConventionRequested', 'ConventionSigned', 1]);
    const stored = { ...recorded(conventionSigned, term), schemaVersion: 1, data: before };
    const today = signedBefore!.upcast(stored);
    expect([today.schemaVersion, today.data]).toEqual([2, term]);
    const state = conventionEvolution.evolve(conventionEvolution.initialState, today);
    expect(signConvention(before, state, { ...contextOfSpec, occurred: today.occurred })).toEqual([]);
  });
});

describe('renew a convention', () => {
  it('begins the new term on the day after the old one', () => {
    expect(signed.then(renewConvention, { lastDay: '2022-12-31' })).toEqual([
      ['ConventionRenewed', { from: '2022-01-01', lastDay: '2022-12-31' }],
    ]);
  });

  it('says nothing new when it is repeated', () => {
    const renewed = given(conventionEvolution, [
      [conventionSigned, term],
      [conventionRenewed, { from: '2022-01-01', lastDay: '2022-12-31' }],
    ]);
    expect(renewed.when(renewConvention, { lastDay: '2022-12-31' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(requested.refuses(renewConvention, { lastDay: '2022-12-31' })).toBe('convention.not-signed');
    expect(ended.refuses(renewConvention, { lastDay: '2022-12-31' })).toBe('convention.already-ended');
    expect(running.refuses(renewConvention, { lastDay: '2022-12-31' })).toBe('convention.without-term');
    expect(signed.refuses(renewConvention, { lastDay: '2021-12-31' })).toBe('convention.not-longer');
  });
});

describe('extend a convention', () => {
  it('moves the last day', () => {
    expect(signed.then(extendConvention, { lastDay: '2022-06-30' })).toEqual([['ConventionExtended', { lastDay: '2022-06-30' }]]);
  });

  it('says nothing new when it is repeated', () => {
    const extended = given(conventionEvolution, [
      [conventionSigned, term],
      [conventionExtended, { lastDay: '2022-06-30' }],
    ]);
    expect(extended.when(extendConvention, { lastDay: '2022-06-30' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(requested.refuses(extendConvention, { lastDay: '2022-06-30' })).toBe('convention.not-signed');
    expect(ended.refuses(extendConvention, { lastDay: '2022-06-30' })).toBe('convention.already-ended');
    expect(running.refuses(extendConvention, { lastDay: '2022-06-30' })).toBe('convention.without-term');
    expect(signed.refuses(extendConvention, { lastDay: '2021-12-30' })).toBe('convention.not-longer');
  });
});

describe('end a convention', () => {
  it('takes the first day on which it no longer holds, the last day, or the day of the record', () => {
    const reason = 'by-institution' as const;
    expect(signed.then(endConvention, { endedOn: '2021-10-01', reason })).toEqual([['ConventionEnded', { endedOn: '2021-10-01', reason }]]);
    expect(signed.then(endConvention, { lastDay: '2021-09-30', reason })).toEqual([['ConventionEnded', { endedOn: '2021-10-01', reason }]]);
    expect(running.then(endConvention, { reason })).toEqual([['ConventionEnded', { endedOn: '2021-06-15', reason }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(ended.when(endConvention, { lastDay: '2021-09-30', reason: 'by-institution' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(requested.refuses(endConvention, { reason: 'replaced' })).toBe('convention.not-signed');
    expect(signed.refuses(endConvention, { endedOn: '2021-10-01', lastDay: '2021-09-30', reason: 'replaced' })).toBe('convention.two-ends');
    expect(ended.refuses(endConvention, { endedOn: '2021-11-01', reason: 'by-institution' })).toBe('convention.already-ended');
    expect(signed.refuses(endConvention, { endedOn: '2021-02-28', reason: 'replaced' })).toBe('convention.ends-before-it-begins');
  });
});

describe('a corrected signature', () => {
  it('takes the place of the first one', () => {
    const corrected = given(conventionEvolution, [
      [conventionSigned, term],
      [conventionSigned, { ...term, lastDay: '2022-06-30' }, { corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.state.lastDay).toBe('2022-06-30');
    expect(corrected.when(extendConvention, { lastDay: '2022-06-30' })).toEqual([]);
  });
});

describe('facts of a convention', () => {
  const streamId = 'convention-AAAAAAAAAAAAAAAAAAAAAA';
  const subject = { subjectKind: 'structure', subjectKey: streamId };
  const count = { exactness: 'exact', v: 1, lo: 1, hi: 1 };

  it('a signature counts once and opens the stock until the day after its last day', () => {
    expect(conventionFacts['ConventionSigned']!(recorded(conventionSigned, term, { streamId }))).toEqual([
      {
        type: 'convention-signed',
        countKind: 'convention',
        ...count,
        ...subject,
        dims: { kind: 'palliative-culture', institutionType: 'rest-home' },
        groupKey: streamId,
      },
      {
        type: 'convention-in-force',
        countKind: 'convention',
        ...count,
        ...subject,
        dims: { kind: 'palliative-culture', institutionType: 'rest-home' },
        occurred: { from: '2021-03-01', to: '2021-03-01', nature: 'point', precision: 'day' },
        validTo: '2022-01-01',
        validToExpected: true,
      },
    ]);
  });

  it('an end closes the stock for good', () => {
    expect(
      conventionFacts['ConventionEnded']!(recorded(conventionEnded, { endedOn: '2021-10-01', reason: 'replaced' } as const, { streamId })),
    ).toEqual([{ change: ['convention-in-force'], validTo: '2021-10-01', validToExpected: false }]);
  });
});
