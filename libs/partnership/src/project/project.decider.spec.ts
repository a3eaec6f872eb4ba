import { Sealed } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import {
  contributeToProject,
  endProject,
  involveProjectPartner,
  projectEvolution,
  reachDeliverable,
  reassessProject,
  supportProject,
} from './project.decider';
import {
  contributionMade,
  deliverableReached,
  projectEnded,
  projectPartnerInvolved,
  projectReassessed,
  projectSupportStarted,
} from './project.events';
import { projectFacts } from './project.facts';

const support = { name: { nl: 'Training thuis', fr: 'Entraînement à domicile' }, kind: 'innovation', role: 'partner' } as const;
const of = { kind: 'innovation', role: 'partner' } as const;
const started: Given = [projectSupportStarted, support, { occurred: onDay('2021-01-15') }];
const steered: Given = [contributionMade, { ...of, contribution: 'steering-meeting' }];
const involved: Given = [projectPartnerInvolved, { kind: 'innovation', partner: 'org-p1', part: 'addressed' }];
const reassessed: Given = [projectReassessed, { ...of, conclusion: 'go-on' }];
const drafted: Given = [deliverableReached, { deliverable: 'trial', deliverableKind: 'study', state: 'draft' }];
const delivered: Given = [deliverableReached, { deliverable: 'trial', deliverableKind: 'study', state: 'delivered' }];
const dropped: Given = [deliverableReached, { deliverable: 'trial', deliverableKind: 'study', state: 'dropped' }];
const ended: Given = [projectEnded, { ...of, outcome: 'done', endedOn: '2021-10-01' }];

const project = (...history: Given[]) => given(projectEvolution, history);
const early = { occurred: onDay('2021-01-14') };
const late = { occurred: onDay('2021-10-01') };

describe('support a project', () => {
  it('records what it is and the role in it', () => {
    expect(project().then(supportProject, { ...support, carriers: ['org-k3'] })).toEqual([
      ['ProjectSupportStarted', { ...support, carriers: ['org-k3'] }],
    ]);
  });

  it('says nothing twice, also when the support is over', () => {
    expect(project(started, ended).when(supportProject, support, { occurred: onDay('2021-01-15') })).toEqual([]);
  });

  it('refuses another start of the same support', () => {
    expect(project(started).refuses(supportProject, { ...support, role: 'jury' }, { occurred: onDay('2021-01-15') })).toBe(
      'project.already-supported',
    );
    expect(project(started).refuses(supportProject, support)).toBe('project.already-supported');
  });
});

describe('contribute to a project', () => {
  const remark = new Sealed('Advies over het verslag.');

  it('counts under the kind and role of the project', () => {
    expect(project(started).then(contributeToProject, { contribution: 'opinion', remark })).toEqual([
      ['ContributionMade', { ...of, contribution: 'opinion', remark }],
    ]);
  });

  it('says nothing twice, whatever is remarked and whatever came after', () => {
    expect(project(started, steered, ended).when(contributeToProject, { contribution: 'steering-meeting', remark })).toEqual([]);
  });

  it('counts another kind, or another day, of a support that is over by now', () => {
    const { then } = project(started, steered, ended);
    expect(then(contributeToProject, { contribution: 'training' })).toEqual([['ContributionMade', { ...of, contribution: 'training' }]]);
    expect(then(contributeToProject, { contribution: 'steering-meeting' }, { occurred: onDay('2021-09-30') })).toEqual([
      ['ContributionMade', { ...of, contribution: 'steering-meeting' }],
    ]);
  });

  it('refuses what lies outside the support', () => {
    expect(project().refuses(contributeToProject, { contribution: 'opinion' })).toBe('project.not-supported');
    expect(project(started).refuses(contributeToProject, { contribution: 'opinion' }, early)).toBe('project.before-support');
    expect(project(started, ended).refuses(contributeToProject, { contribution: 'opinion' }, late)).toBe('project.has-ended');
  });
});

describe('involve a partner in a project', () => {
  const command = { partner: 'org-p1', part: 'addressed' } as const;

  it('names the organisation and its part', () => {
    expect(project(started).then(involveProjectPartner, command)).toEqual([['ProjectPartnerInvolved', { kind: 'innovation', ...command }]]);
    expect(project(started, involved).then(involveProjectPartner, { ...command, part: 'tests' })).toEqual([
      ['ProjectPartnerInvolved', { kind: 'innovation', partner: 'org-p1', part: 'tests' }],
    ]);
  });

  it('says nothing twice, also on a later day', () => {
    expect(project(started, involved, ended).when(involveProjectPartner, command, late)).toEqual([]);
  });

  it('refuses what lies outside the support', () => {
    expect(project().refuses(involveProjectPartner, command)).toBe('project.not-supported');
    expect(project(started).refuses(involveProjectPartner, command, early)).toBe('project.before-support');
    expect(project(started, ended).refuses(involveProjectPartner, command, late)).toBe('project.has-ended');
  });
});

describe('reassess a project', () => {
  const remark = new Sealed('De voorwaarden zijn nog niet bekend.');

  it('records the conclusion and when to look again', () => {
    const command = { conclusion: 'uncertain', againOn: '2022-01-15' } as const;
    expect(project(started).then(reassessProject, { ...command, remark })).toEqual([['ProjectReassessed', { ...of, ...command, remark }]]);
  });

  it('says nothing twice, whatever is remarked and whatever came after', () => {
    expect(project(started, reassessed, ended).when(reassessProject, { conclusion: 'go-on', remark })).toEqual([]);
  });

  it('refuses another conclusion on the same day, and a next look in the past', () => {
    expect(project(started, reassessed).refuses(reassessProject, { conclusion: 'stop' })).toBe('project.already-reassessed');
    expect(project(started).refuses(reassessProject, { conclusion: 'go-on', againOn: '2021-06-15' })).toBe('project.again-too-soon');
  });

  it('refuses what lies outside the support', () => {
    expect(project().refuses(reassessProject, { conclusion: 'stop' })).toBe('project.not-supported');
    expect(project(started).refuses(reassessProject, { conclusion: 'stop' }, early)).toBe('project.before-support');
    expect(project(started, ended).refuses(reassessProject, { conclusion: 'stop' }, late)).toBe('project.has-ended');
  });
});

describe('reach a deliverable', () => {
  const trial = (state: 'draft' | 'tested' | 'delivered' | 'published' | 'dropped') =>
    ({ deliverable: 'trial', deliverableKind: 'study', state }) as const;

  it('records each state that it reaches, also after the end of the project', () => {
    expect(project(started).then(reachDeliverable, trial('draft'))).toEqual([['DeliverableReached', trial('draft')]]);
    expect(project(started, drafted, delivered, ended).then(reachDeliverable, trial('published'), late)).toEqual([
      ['DeliverableReached', trial('published')],
    ]);
    expect(project(started, drafted).then(reachDeliverable, trial('dropped'))).toEqual([['DeliverableReached', trial('dropped')]]);
  });

  it('says nothing twice, also of a state that lies behind', () => {
    expect(project(started, drafted, delivered).when(reachDeliverable, trial('draft'))).toEqual([]);
    expect(project(started, drafted, dropped).when(reachDeliverable, trial('dropped'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(project().refuses(reachDeliverable, trial('draft'))).toBe('project.not-supported');
    const { refuses } = project(started, delivered);
    expect(refuses(reachDeliverable, { ...trial('published'), deliverableKind: 'report' })).toBe('project.deliverable-of-another-kind');
    expect(refuses(reachDeliverable, trial('tested'))).toBe('project.deliverable-not-further');
    expect(refuses(reachDeliverable, trial('dropped'))).toBe('project.deliverable-not-further');
    expect(project(started, dropped).refuses(reachDeliverable, trial('delivered'))).toBe('project.deliverable-not-further');
  });
});

describe('end the support of a project', () => {
  const at = { occurred: onDay('2021-10-01') };

  it('records how it ended', () => {
    expect(project(started).then(endProject, { outcome: 'not-funded' })).toEqual([
      ['ProjectEnded', { ...of, outcome: 'not-funded', endedOn: '2021-06-15' }],
    ]);
  });

  it('says nothing twice, also when a deliverable came after', () => {
    expect(project(started, ended, delivered).when(endProject, { outcome: 'done' }, at)).toEqual([]);
  });

  it('refuses another end, and one before the support began', () => {
    expect(project(started, ended).refuses(endProject, { outcome: 'abandoned' }, at)).toBe('project.has-ended');
    expect(project(started, ended).refuses(endProject, { outcome: 'done' })).toBe('project.has-ended');
    expect(project(started).refuses(endProject, { outcome: 'done' }, early)).toBe('project.before-support');
    expect(project().refuses(endProject, { outcome: 'done' })).toBe('project.not-supported');
  });
});

describe('facts of a project', () => {
  const streamId = 'project-AAAAAAAAAAAAAAAAAAAAAA';
  const counted = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const supported = { subjectKind: 'none', subjectKey: streamId };

  it('its support is a stock by kind and role', () => {
    expect(projectFacts['ProjectSupportStarted']!(recorded(projectSupportStarted, support, { streamId }))).toEqual([
      { type: 'project-support', countKind: 'project', ...counted, ...supported, dims: of },
    ]);
  });

  it('its end closes the stock and counts once with its outcome', () => {
    const end = { ...of, outcome: 'done', endedOn: '2021-10-01' } as const;
    expect(projectFacts['ProjectEnded']!(recorded(projectEnded, end, { streamId }))).toEqual([
      { change: ['project-support'], subjectKey: streamId, validTo: '2021-10-01', validToExpected: false },
      { type: 'project-ended', countKind: 'project', ...counted, ...supported, dims: { ...of, outcome: 'done' } },
    ]);
  });

  it('contributions and reassessments count each time', () => {
    const opinion = { ...of, contribution: 'opinion' } as const;
    expect(projectFacts['ContributionMade']!(recorded(contributionMade, opinion, { streamId }))).toEqual([
      { type: 'contribution-made', countKind: 'contribution', ...counted, groupKey: streamId, dims: opinion },
    ]);
    const uncertain = { ...of, conclusion: 'uncertain' } as const;
    expect(projectFacts['ProjectReassessed']!(recorded(projectReassessed, uncertain, { streamId }))).toEqual([
      { type: 'project-reassessed', countKind: 'project', ...counted, ...supported, dims: uncertain },
    ]);
  });

  it('a partner counts by its own key, a deliverable by its code in the project', () => {
    const partner = { kind: 'innovation', partner: 'org-p1', part: 'tests' } as const;
    expect(projectFacts['ProjectPartnerInvolved']!(recorded(projectPartnerInvolved, partner, { streamId }))).toEqual([
      {
        type: 'project-partner',
        countKind: 'structure',
        ...counted,
        subjectKind: 'structure',
        subjectKey: 'org-p1',
        groupKey: streamId,
        dims: { kind: 'innovation', part: 'tests' },
      },
    ]);
    const trial = { deliverable: 'trial', deliverableKind: 'study', state: 'delivered' } as const;
    expect(projectFacts['DeliverableReached']!(recorded(deliverableReached, trial, { streamId }))).toEqual([
      {
        type: 'project-deliverable',
        countKind: 'output',
        ...counted,
        subjectKind: 'none',
        subjectKey: `${streamId}/trial`,
        groupKey: streamId,
        dims: { kind: 'study', state: 'delivered' },
      },
    ]);
  });
});
