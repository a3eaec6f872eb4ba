import { type Given, given, onDay } from '@app/decider/spec';
import {
  closeSelfEvaluation,
  openSelfEvaluation,
  reopenSelfEvaluation,
  scoreAim,
  selfEvaluationEvolution,
} from './self-evaluation.decider';
import { aimScored, selfEvaluationClosed, selfEvaluationOpened, selfEvaluationReopened } from './self-evaluation.events';

const year = 2026;
const text = { nl: 'woorden', fr: 'mots' };
const anchor = (step: number) => ({ step, label: text });
const scale = { min: 0, max: 3, anchors: [anchor(0), anchor(1), anchor(2), anchor(3)] };
const opening = { year, period: { from: '2025-01-01', to: '2025-12-31' }, scale, caveat: text };
const event = '00000000-0000-8000-8000-000000000001';
const score = { year, aim: 'value', score: 2, scorer: 'pro-s1', role: 'partner', rationale: text, events: [event] } as const;
const scored = { ...score, scale };

const opened: Given = [selfEvaluationOpened, opening];
const closed: Given = [selfEvaluationClosed, { year }];
const evaluation = (...history: Given[]) => given(selfEvaluationEvolution, history);

describe('open a self-evaluation', () => {
  it('declares its scale and its caveat', () => {
    expect(evaluation().then(openSelfEvaluation, opening)).toEqual([['SelfEvaluationOpened', opening]]);
  });

  it('says nothing twice', () => {
    expect(evaluation(opened, [aimScored, scored]).then(openSelfEvaluation, opening)).toEqual([]);
  });

  it('corrects, while nothing is scored, the scale too', () => {
    const other = { ...opening, scale: { ...scale, max: 1, anchors: [anchor(1), anchor(0)] } };
    expect(evaluation().then(openSelfEvaluation, other)).toEqual([['SelfEvaluationOpened', other]]);
  });

  it('corrects, once something is scored, all but the scale', () => {
    const other = { ...opening, period: { from: '2025-01-01', to: '2025-06-30' } };
    expect(evaluation([aimScored, scored]).then(openSelfEvaluation, other)).toEqual([['SelfEvaluationOpened', other]]);
    const wider = { ...opening, scale: { ...scale, max: 4, anchors: [...scale.anchors, anchor(4)] } };
    expect(evaluation([aimScored, scored]).refuses(openSelfEvaluation, wider)).toBe('self-evaluation.scale-fixed');
  });

  it.each([
    ['another one of the same year', 'self-evaluation.already-opened', [opened], { caveat: { nl: 'anders', fr: 'autre' } }],
    ['a period that ends before it begins', 'self-evaluation.period-backwards', [], { period: { from: '2025-02-01', to: '2025-01-01' } }],
    ['a step without anchor', 'self-evaluation.scale-incomplete', [], { scale: { ...scale, anchors: scale.anchors.slice(1) } }],
    ['a step with two', 'self-evaluation.scale-incomplete', [], { scale: { ...scale, anchors: [...scale.anchors, anchor(3)] } }],
    ['an anchor beside the scale', 'self-evaluation.scale-incomplete', [], { scale: { ...scale, max: 2 } }],
    ['a scale of one step', 'self-evaluation.scale-incomplete', [], { scale: { min: 1, max: 1, anchors: [anchor(1)] } }],
  ] as const)('refuses %s', (_, code, history, change) => {
    expect(evaluation(...(history as readonly Given[])).refuses(openSelfEvaluation, { ...opening, ...change })).toBe(code);
  });
});

describe('score an aim', () => {
  it('keeps the scale with the score', () => {
    expect(evaluation(opened).then(scoreAim, score)).toEqual([['AimScored', scored]]);
  });

  it('takes a figure for evidence, and needs none at zero', () => {
    const { events: _, ...bare } = score;
    const byFigure = { ...bare, figures: ['eyJpbmRpY2F0b3IiOiJ4In0'] };
    expect(evaluation(opened).then(scoreAim, byFigure)).toEqual([['AimScored', { ...byFigure, scale }]]);
    expect(evaluation(opened).then(scoreAim, { ...bare, score: 0 })).toEqual([['AimScored', { ...bare, score: 0, scale }]]);
    expect(evaluation(opened).refuses(scoreAim, bare)).toBe('self-evaluation.without-evidence');
    expect(evaluation(opened).refuses(scoreAim, { ...bare, events: [], figures: [] })).toBe('self-evaluation.without-evidence');
  });

  it('says nothing twice, by the same scorer for the same aim', () => {
    expect(evaluation(opened, [aimScored, scored]).then(scoreAim, score)).toEqual([]);
    expect(evaluation(opened, [aimScored, scored], closed).then(scoreAim, score)).toEqual([]);
    for (const other of [{ scorer: 'pro-s2' }, { aim: 'equity' }, { score: 3 }] as const) {
      expect(evaluation(opened, [aimScored, scored]).then(scoreAim, { ...score, ...other })).toEqual([
        ['AimScored', { ...scored, ...other }],
      ]);
    }
  });

  it('goes back to an earlier score', () => {
    const history: Given[] = [opened, [aimScored, scored], [aimScored, { ...scored, score: 3 }, { occurred: onDay('2021-06-16') }]];
    expect(evaluation(...history).then(scoreAim, score)).toEqual([['AimScored', scored]]);
  });

  it.each([
    ['before it was opened', 'self-evaluation.not-opened', [], {}],
    ['after it was closed', 'self-evaluation.closed', [opened, closed], {}],
    ['above the scale', 'self-evaluation.outside-scale', [opened], { score: 4 }],
    [
      'below the scale',
      'self-evaluation.outside-scale',
      [[selfEvaluationOpened, { ...opening, scale: { min: 1, max: 2, anchors: [anchor(1), anchor(2)] } }]],
      { score: 0 },
    ],
  ] as const)('refuses %s', (_, code, history, change) => {
    expect(evaluation(...(history as readonly Given[])).refuses(scoreAim, { ...score, ...change })).toBe(code);
  });
});

describe('close a self-evaluation', () => {
  it('ends its scoring, once', () => {
    expect(evaluation(opened).then(closeSelfEvaluation, { year })).toEqual([['SelfEvaluationClosed', { year }]]);
    expect(evaluation(opened, closed).then(closeSelfEvaluation, { year })).toEqual([]);
  });

  it('refuses what is not open', () => {
    expect(evaluation().refuses(closeSelfEvaluation, { year })).toBe('self-evaluation.not-opened');
    const later = { occurred: onDay('2021-07-01') };
    expect(evaluation(opened, closed).refuses(closeSelfEvaluation, { year }, later)).toBe('self-evaluation.closed');
  });
});

describe('reopen a self-evaluation', () => {
  const reopening = { year, reason: 'new-evidence' } as const;
  const reopened: Given = [selfEvaluationReopened, reopening];

  it('lets it be scored and closed again', () => {
    expect(evaluation(opened, closed).then(reopenSelfEvaluation, reopening)).toEqual([['SelfEvaluationReopened', reopening]]);
    expect(evaluation(opened, closed, reopened).then(scoreAim, score)).toEqual([['AimScored', scored]]);
    expect(evaluation(opened, closed, reopened).then(closeSelfEvaluation, { year })).toEqual([['SelfEvaluationClosed', { year }]]);
  });

  it('says nothing twice', () => {
    expect(evaluation(opened, closed, reopened).then(reopenSelfEvaluation, reopening)).toEqual([]);
  });

  it('refuses what is not closed', () => {
    expect(evaluation().refuses(reopenSelfEvaluation, reopening)).toBe('self-evaluation.not-opened');
    expect(evaluation(opened).refuses(reopenSelfEvaluation, reopening)).toBe('self-evaluation.not-closed');
  });
});
