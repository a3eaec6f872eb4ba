import type { Term } from '../term';
import { surveyCommands } from './survey.commands';
import { surveyEvolution, type SurveyState } from './survey.decider';
import { answerReceived, answersCounted, surveyClosed, surveyOpened } from './survey.events';
import { surveyFacts } from './survey.facts';

export const surveyTerm: Term<SurveyState> = {
  name: 'survey',
  events: [surveyOpened, answerReceived, answersCounted, surveyClosed],
  evolution: surveyEvolution,
  commands: surveyCommands,
  facts: surveyFacts,
};
