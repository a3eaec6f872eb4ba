import type { Term } from '../term';
import { caseQuestionCommands } from './case-question.commands';
import { caseQuestionEvolution, type CaseQuestionState } from './case-question.decider';
import { questionAnswered, questionAsked, questionClosed } from './case-question.events';
import { caseQuestionFacts } from './case-question.facts';

export const caseQuestionTerm: Term<CaseQuestionState> = {
  name: 'case-question',
  events: [questionAsked, questionAnswered, questionClosed],
  evolution: caseQuestionEvolution,
  commands: caseQuestionCommands,
  facts: caseQuestionFacts,
};
