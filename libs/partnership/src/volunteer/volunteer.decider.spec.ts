import { given, onDay, recorded } from '@app/decider/spec';
import { interviewVolunteer, qualifyVolunteer, recordVolunteerLeaving, volunteerEvolution } from './volunteer.decider';
import { volunteerInterviewed, volunteerLeft, volunteerTrained } from './volunteer.events';
import { volunteerFacts } from './volunteer.facts';

const volunteer = 'pro-v1';
const cycle = 'training-cycle-AAAA';
const at = { occurred: onDay('2021-02-10') };
const interviewed = [volunteerInterviewed, { volunteer, outcome: 'accepted', cycle }, at] as const;
const trained = [volunteerTrained, { volunteer, cycle }, { occurred: onDay('2021-06-15') }] as const;
const left = [volunteerLeft, { volunteer, leftOn: '2021-06-15', reason: 'moved' }] as const;
const life = (...history: Parameters<typeof given>[1]) => given(volunteerEvolution, history);

describe('interview a volunteer', () => {
  it('records the conversation and its outcome', () => {
    expect(life().then(interviewVolunteer, { volunteer, outcome: 'accepted', cycle })).toEqual([
      ['VolunteerInterviewed', { volunteer, outcome: 'accepted', cycle }],
    ]);
    expect(life(interviewed).then(interviewVolunteer, { volunteer, outcome: 'withdrew' })).toEqual([
      ['VolunteerInterviewed', { volunteer, outcome: 'withdrew' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(life(interviewed).then(interviewVolunteer, { volunteer, outcome: 'accepted', cycle }, at)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = life(
      [volunteerInterviewed, { volunteer, outcome: 'accepted' }, { id, ...at }],
      [volunteerInterviewed, { volunteer, outcome: 'not-accepted' }, { corrects: id, ...at }],
    );
    expect(corrected.then(interviewVolunteer, { volunteer, outcome: 'not-accepted' }, at)).toEqual([]);
    expect(corrected.refuses(qualifyVolunteer, { volunteer })).toBe('volunteer.not-accepted');
  });

  it('refuses with volunteer.already-interviewed', () => {
    expect(life(interviewed).refuses(interviewVolunteer, { volunteer, outcome: 'withdrew', cycle }, at)).toBe(
      'volunteer.already-interviewed',
    );
  });
});

describe('qualify a volunteer', () => {
  it('needs no recorded conversation: some were trained before the record began', () => {
    expect(life().then(qualifyVolunteer, { volunteer, cycle })).toEqual([['VolunteerTrained', { volunteer, cycle }]]);
    expect(life(interviewed).then(qualifyVolunteer, { volunteer, cycle, structure: 'org-s1' })).toEqual([
      ['VolunteerTrained', { volunteer, cycle, structure: 'org-s1' }],
    ]);
  });

  it('says nothing twice, and counts another cycle', () => {
    expect(life(trained).then(qualifyVolunteer, { volunteer, cycle })).toEqual([]);
    expect(life(trained).then(qualifyVolunteer, { volunteer, cycle: 'training-cycle-BBBB' })).toHaveLength(1);
  });

  it('takes back who left and came for another conversation', () => {
    expect(life(trained, left, interviewed).then(qualifyVolunteer, { volunteer, cycle: 'training-cycle-BBBB' })).toHaveLength(1);
  });

  it.each([
    ['volunteer.has-left', [trained, left]],
    ['volunteer.not-accepted', [interviewed, [volunteerInterviewed, { volunteer, outcome: 'not-accepted' }]]],
    ['volunteer.not-accepted', [[volunteerInterviewed, { volunteer, outcome: 'withdrew' }]]],
    ['volunteer.already-trained', [trained]],
  ] as const)('refuses with %s', (code, history) => {
    expect(life(...history).refuses(qualifyVolunteer, { volunteer, cycle }, { occurred: onDay('2021-07-01') })).toBe(code);
  });
});

describe('record that a volunteer leaves', () => {
  it('says the first day without the volunteer', () => {
    expect(life(trained).then(recordVolunteerLeaving, { volunteer, reason: 'moved' })).toEqual([
      ['VolunteerLeft', { volunteer, leftOn: '2021-06-15', reason: 'moved' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(life(trained, left).then(recordVolunteerLeaving, { volunteer, reason: 'moved' })).toEqual([]);
  });

  it.each([
    ['volunteer.unknown', []],
    ['volunteer.has-left', [trained, left]],
  ] as const)('refuses with %s', (code, history) => {
    expect(life(...history).refuses(recordVolunteerLeaving, { volunteer, reason: 'health' })).toBe(code);
  });
});

describe('facts of a volunteer', () => {
  const one = { exactness: 'exact', v: 1, lo: 1, hi: 1, subjectKind: 'professional', subjectKey: volunteer };

  it('tells conversations, trainings and active volunteers apart', () => {
    expect(volunteerFacts['VolunteerInterviewed']!(recorded(volunteerInterviewed, { volunteer, outcome: 'later-cycle' }))).toEqual([
      { type: 'volunteer-interviewed', countKind: 'interview', ...one, dims: { outcome: 'later-cycle' } },
    ]);
    expect(
      volunteerFacts['VolunteerTrained']!(recorded(volunteerTrained, { volunteer, cycle, cycleNumber: 34, structure: 'org-s1' })),
    ).toEqual([
      { type: 'volunteer-trained', countKind: 'unique-person', ...one, groupKey: cycle, dims: { cycle: '34' } },
      { type: 'volunteer-active', countKind: 'unique-person', ...one },
      { ...one, type: 'volunteer-structure', countKind: 'structure', subjectKind: 'structure', subjectKey: 'org-s1', groupKey: cycle },
    ]);
    expect(volunteerFacts['VolunteerLeft']!(recorded(volunteerLeft, { volunteer, leftOn: '2021-07-01', reason: 'moved' }))).toEqual([
      { change: ['volunteer-active'], subjectKey: volunteer, validTo: '2021-07-01' },
      { type: 'volunteer-left', countKind: 'unique-person', ...one, dims: { reason: 'moved' } },
    ]);
  });
});
