import { type FactMapping, noFacts } from '../facts';

/** A score is a judgement, and its steps have no distance: it states nothing that could be counted or added. */
export const selfEvaluationFacts: FactMapping = {
  SelfEvaluationOpened: noFacts,
  AimScored: noFacts,
  SelfEvaluationClosed: noFacts,
  SelfEvaluationReopened: noFacts,
};
