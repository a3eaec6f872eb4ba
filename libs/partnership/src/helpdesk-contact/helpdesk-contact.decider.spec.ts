import { Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  answerContact,
  escalateContact,
  evaluateTool,
  helpdeskContactEvolution,
  orientContact,
  registerContact,
} from './helpdesk-contact.decider';
import {
  helpdeskContactAnswered,
  helpdeskContactEscalated,
  helpdeskContactReceived,
  helpdeskOrientationGiven,
  helpdeskToolEvaluated,
} from './helpdesk-contact.events';
import { helpdeskContactFacts } from './helpdesk-contact.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const call = { channel: 'call', line: 'psychology', callerProfession: 'nurse', theme: 'end-of-life' } as const;
const answer = { handling: 'direct', durationMinutes: 20, sourcesUsed: ['directory'] } as const;
const evaluation = { tool: 'transcript', result: 'adapted' } as const;
const calling = [helpdeskContactReceived, call, on('2021-03-10')] as const;
const none = given(helpdeskContactEvolution, []);
const received = given(helpdeskContactEvolution, [calling]);
const answered = given(helpdeskContactEvolution, [
  calling,
  [helpdeskContactAnswered, { channel: 'call', line: 'psychology', ...answer }, on('2021-03-10')],
]);
const evaluated = given(helpdeskContactEvolution, [[helpdeskToolEvaluated, evaluation, on('2021-06-01')]]);

describe('a contact of the helpdesk', () => {
  it('is registered once', () => {
    expect(none.then(registerContact, call)).toEqual([['HelpdeskContactReceived', call]]);
    expect(received.then(registerContact, call, on('2021-03-10'))).toEqual([]);
    expect(received.refuses(registerContact, { ...call, channel: 'mail' }, on('2021-03-10'))).toBe('helpdesk-contact.already-recorded');
    expect(evaluated.refuses(registerContact, call)).toBe('helpdesk-contact.already-recorded');
  });

  it('is corrected with its answer in sight', () => {
    const corrected = given(helpdeskContactEvolution, [
      calling,
      [helpdeskContactAnswered, { channel: 'call', line: 'psychology', ...answer }, on('2021-03-10')],
      [helpdeskContactReceived, { ...call, theme: 'carers' }, { ...on('2021-03-09'), corrects: FIRST }],
    ]);
    expect(corrected.state.received!.data.theme).toBe('carers');
    expect(corrected.state.answered!.data.handling).toBe('direct');
  });

  it('comes in before it is answered', () => {
    const orphaned = given(helpdeskContactEvolution, [
      [helpdeskContactAnswered, { channel: 'call', line: 'psychology', ...answer }, on('2021-03-10')],
    ]);
    expect(orphaned.then(registerContact, call, on('2021-03-10'))).toHaveLength(1);
    expect(orphaned.refuses(registerContact, call, on('2021-03-11'))).toBe('helpdesk-contact.before-receipt');
  });

  it('is answered once, on the line that it came in on', () => {
    expect(received.then(answerContact, answer, on('2021-03-10'))).toEqual([
      ['HelpdeskContactAnswered', { channel: 'call', line: 'psychology', ...answer }],
    ]);
    expect(answered.then(answerContact, answer, on('2021-03-10'))).toEqual([]);
    expect(answered.refuses(answerContact, { handling: 'deferred' }, on('2021-03-10'))).toBe('helpdesk-contact.already-answered');
    expect(none.refuses(answerContact, answer)).toBe('helpdesk-contact.not-received');
    expect(received.refuses(answerContact, answer, on('2021-03-09'))).toBe('helpdesk-contact.before-receipt');
  });

  it('may be oriented to several services', () => {
    const orientation = { orientation: 'social-service', service: 'org-s1' } as const;
    const given1 = { line: 'psychology', ...orientation } as const;
    const oriented = given(helpdeskContactEvolution, [calling, [helpdeskOrientationGiven, given1, on('2021-03-10')]]);
    expect(received.then(orientContact, orientation, on('2021-03-10'))).toEqual([['HelpdeskOrientationGiven', given1]]);
    expect(oriented.then(orientContact, orientation, on('2021-03-10'))).toEqual([]);
    expect(oriented.then(orientContact, { orientation: 'first-line-care' }, on('2021-03-10'))).toHaveLength(1);
    expect(none.refuses(orientContact, orientation)).toBe('helpdesk-contact.not-received');
    expect(received.refuses(orientContact, orientation, on('2021-03-09'))).toBe('helpdesk-contact.before-receipt');
  });

  it('is escalated once to each', () => {
    const up = { line: 'psychology', escalatedTo: 'referent' } as const;
    const escalated = given(helpdeskContactEvolution, [calling, [helpdeskContactEscalated, up, on('2021-03-11')]]);
    expect(received.then(escalateContact, { escalatedTo: 'referent' }, on('2021-03-11'))).toEqual([['HelpdeskContactEscalated', up]]);
    expect(escalated.then(escalateContact, { escalatedTo: 'referent' }, on('2021-03-11'))).toEqual([]);
    expect(escalated.refuses(escalateContact, { escalatedTo: 'referent' }, on('2021-03-12'))).toBe('helpdesk-contact.already-escalated');
    expect(escalated.then(escalateContact, { escalatedTo: 'signal' }, on('2021-03-12'))).toHaveLength(1);
    expect(none.refuses(escalateContact, { escalatedTo: 'signal' })).toBe('helpdesk-contact.not-received');
    expect(received.refuses(escalateContact, { escalatedTo: 'signal' }, on('2021-03-09'))).toBe('helpdesk-contact.before-receipt');
  });
});

describe('the evaluation of a tool', () => {
  it('is recorded once, its finding sealed', () => {
    const finding = new Sealed('what was found');
    expect(none.then(evaluateTool, { ...evaluation, finding })).toEqual([['HelpdeskToolEvaluated', { ...evaluation, finding }]]);
    expect(evaluated.then(evaluateTool, { ...evaluation, finding }, on('2021-06-01'))).toEqual([]);
    expect(evaluated.refuses(evaluateTool, { ...evaluation, result: 'kept' }, on('2021-06-01'))).toBe('helpdesk-contact.already-recorded');
    expect(received.refuses(evaluateTool, evaluation)).toBe('helpdesk-contact.already-recorded');
  });
});

describe('facts of the helpdesk', () => {
  const exact = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const at = { streamId: 'helpdesk-contact-h' };
  const grouped = { ...exact, subjectKind: 'professional', groupKey: 'helpdesk-contact-h' };

  it('keep a contact and its answer in one group, so that the share answered directly is a ratio', () => {
    expect(helpdeskContactFacts.HelpdeskContactReceived!(recorded(helpdeskContactReceived, call, at))).toEqual([
      { ...grouped, type: 'helpdesk-contact', countKind: 'contact', dims: call },
    ]);
    const answering = recorded(helpdeskContactAnswered, { channel: 'call', line: 'psychology', ...answer } as const, at);
    expect(helpdeskContactFacts.HelpdeskContactAnswered!(answering)).toEqual([
      { ...grouped, type: 'helpdesk-answer', countKind: 'contact', dims: { channel: 'call', line: 'psychology', handling: 'direct' } },
    ]);
  });

  it('count a mail as a message', () => {
    const mail = { channel: 'mail', line: 'general' } as const;
    expect(helpdeskContactFacts.HelpdeskContactReceived!(recorded(helpdeskContactReceived, mail, at))).toEqual([
      { ...grouped, type: 'helpdesk-contact', countKind: 'message', dims: mail },
    ]);
    const answering = recorded(helpdeskContactAnswered, { ...mail, handling: 'deferred' } as const, at);
    expect(helpdeskContactFacts.HelpdeskContactAnswered!(answering)).toEqual([
      { ...grouped, type: 'helpdesk-answer', countKind: 'message', dims: { ...mail, handling: 'deferred' } },
    ]);
  });

  it('count orientations, escalations and evaluations', () => {
    const orientation = recorded(helpdeskOrientationGiven, { line: 'general', orientation: 'other', service: 'org-s1' } as const, at);
    expect(helpdeskContactFacts.HelpdeskOrientationGiven!(orientation)).toEqual([
      { ...grouped, type: 'helpdesk-orientation', countKind: 'answer', dims: { line: 'general', orientation: 'other' } },
    ]);
    const escalation = recorded(helpdeskContactEscalated, { line: 'general', escalatedTo: 'signal' } as const, at);
    expect(helpdeskContactFacts.HelpdeskContactEscalated!(escalation)).toEqual([
      { ...grouped, type: 'helpdesk-escalation', countKind: 'contact', dims: { line: 'general', escalatedTo: 'signal' } },
    ]);
    expect(helpdeskContactFacts.HelpdeskToolEvaluated!(recorded(helpdeskToolEvaluated, evaluation, at))).toEqual([
      { ...exact, type: 'helpdesk-tool-evaluated', countKind: 'other', subjectKind: 'none', dims: evaluation },
    ]);
  });
});
