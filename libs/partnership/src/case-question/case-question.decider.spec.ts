import { Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { answerQuestion, askQuestion, caseQuestionEvolution, closeQuestion } from './case-question.decider';
import { questionAnswered, questionAsked, questionClosed } from './case-question.events';
import { caseQuestionFacts } from './case-question.facts';

const about = { network: 'care-neighbourhood', channel: 'online', about: 'anonymous-case' } as const;
const on = (day: string) => ({ occurred: onDay(day) });

const asked = [questionAsked, { ...about, askedBy: 'org-s1' }, on('2024-02-01')] as const;
const answered = [questionAnswered, { ...about, answeredBy: 'org-s2', solutionFound: true }, on('2024-02-03')] as const;
const closed = [questionClosed, { ...about, outcome: 'solved' }, on('2024-02-10')] as const;
const question = (...history: Parameters<typeof given>[1]) => given(caseQuestionEvolution, history);

describe('ask a question', () => {
  const command = { ...about, askedBy: 'org-s1' };

  it('carries its text unopened', () => {
    const text = new Sealed('a question');
    expect(question().then(askQuestion, command)).toEqual([['QuestionAsked', command]]);
    expect(question().when(askQuestion, { ...command, question: text })[0]!.data.question).toBe(text);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [[asked], [asked, answered], [asked, answered, closed]])
      expect(question(...history).then(askQuestion, { ...command, question: new Sealed('again') }, on('2024-02-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(question(asked).refuses(askQuestion, { ...command, channel: 'meeting' }, on('2024-02-01'))).toBe('case-question.already-asked');
    expect(question(answered).refuses(askQuestion, command, on('2024-02-04'))).toBe('case-question.before-asking');
  });
});

describe('answer a question', () => {
  const command = { answeredBy: 'org-s2', solutionFound: true };

  it('says whether a solution was found', () => {
    expect(question(asked).then(answerQuestion, command, on('2024-02-03'))).toEqual([['QuestionAnswered', { ...about, ...command }]]);
    expect(question(asked, answered).then(answerQuestion, { solutionFound: false }, on('2024-02-04'))).toHaveLength(1);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [
      [asked, answered],
      [asked, answered, closed],
    ])
      expect(question(...history).then(answerQuestion, command, on('2024-02-03'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(question().refuses(answerQuestion, command)).toBe('case-question.not-asked');
    expect(question(asked).refuses(answerQuestion, command, on('2024-01-31'))).toBe('case-question.before-asking');
    expect(question(asked, answered).refuses(answerQuestion, { solutionFound: false }, on('2024-02-03'))).toBe(
      'case-question.already-answered',
    );
    expect(question(asked, closed).refuses(answerQuestion, command, on('2024-02-11'))).toBe('case-question.closed');
  });
});

describe('close a question', () => {
  it('says what came of it', () => {
    expect(question(asked).then(closeQuestion, { outcome: 'not-solved' }, on('2024-02-10'))).toEqual([
      ['QuestionClosed', { ...about, outcome: 'not-solved' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(question(asked, answered, closed).then(closeQuestion, { outcome: 'solved' }, on('2024-02-10'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    const command = { outcome: 'solved' } as const;
    expect(question().refuses(closeQuestion, command)).toBe('case-question.not-asked');
    expect(question(asked).refuses(closeQuestion, command, on('2024-01-31'))).toBe('case-question.before-asking');
    expect(question(asked, closed).refuses(closeQuestion, command, on('2024-02-11'))).toBe('case-question.already-closed');
    expect(question(asked, answered).refuses(closeQuestion, command, on('2024-02-02'))).toBe('case-question.answered-later');
  });
});

describe('facts of questions', () => {
  const streamId = 'case-question-q';
  const one = { exactness: 'exact', v: 1, lo: 1, hi: 1, subjectKind: 'care', groupKey: streamId };

  it('count questions, answers and what came of them, of the same question', () => {
    expect(caseQuestionFacts['QuestionAsked']!(recorded(questionAsked, about, { streamId }))).toEqual([
      { type: 'question-asked', countKind: 'question', ...one, dims: about },
    ]);
    expect(caseQuestionFacts['QuestionAnswered']!(recorded(questionAnswered, { ...about, solutionFound: true }, { streamId }))).toEqual([
      { type: 'question-answered', countKind: 'answer', ...one, dims: { ...about, solutionFound: true } },
    ]);
    expect(caseQuestionFacts['QuestionClosed']!(recorded(questionClosed, { ...about, outcome: 'passed-on' }, { streamId }))).toEqual([
      { type: 'question-closed', countKind: 'question', ...one, dims: { ...about, outcome: 'passed-on' } },
    ]);
  });

  it('a question about practice is no care record', () => {
    const data = { ...about, about: 'practice' } as const;
    expect(recorded(questionAsked, data).subject).toBe('professional');
  });
});
