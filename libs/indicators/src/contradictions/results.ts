import type { TargetView } from '../target-view';
import type { Finding, Rule } from './contradiction';
import { grouped } from './matters';
import type { OnRecord } from './on-record';
import { numbersTogether, planPlace, quotedTogether } from './words';

interface OfAction {
  readonly plan: string;
  readonly action: number;
  readonly targets: readonly TargetView[];
}

const byAction = ({ targets, achieved }: OnRecord): readonly OfAction[] =>
  grouped(targets, ({ plan }) => plan).flatMap(([{ plan }]) =>
    [...achieved(plan)].map(([action, own]) => ({ plan, action, targets: own })),
  );

/** More than one, or again and again: a single thing is made rather than counted, and whether it was is told in words. */
const asksNumber = ({ lo, hi, rhythm }: TargetView): boolean => rhythm !== undefined || (lo ?? hi ?? 0) > 1;

/** Claims that disagree are a result too, and contradict each other elsewhere. */
const hasResult = ({ realised }: TargetView): boolean => realised !== null && realised.shown !== 'none';

const isUnanswered = (target: TargetView): boolean =>
  target.achievement.state === 'unknown' && !target.achievement.provisional && !hasResult(target);

/** The actions of the plans that were reported on: of a plan that has no result at all, none is missing. */
const reported = (record: OnRecord): readonly OfAction[] =>
  grouped(byAction(record), ({ plan }) => plan)
    .filter((actions) => actions.some(({ targets }) => targets.some(hasResult)))
    .flat();

const evidenceOf = ({ eventId, comparatorPrinted }: TargetView) => ({ eventId, raw: comparatorPrinted });

/** The targets of an action ask for a number, the period is over, and no number is there: unknown, which is not zero. */
export const resultMissing: Rule = {
  code: 'result-missing',
  labels: { nl: 'Resultaat ontbreekt', fr: 'Résultat manquant', en: 'Result missing' },
  says: {
    nl: 'Actie {action} van het plan ‘{plan}’ vroeg {targets}; een resultaat staat er niet.',
    fr: 'L’action {action} du plan « {plan} » demandait {targets} ; aucun résultat n’est donné.',
    en: 'Action {action} of the plan ‘{plan}’ asked for {targets}; no result is given.',
  },
  find: (record) =>
    reported(record).flatMap(({ plan, action, targets }): readonly Finding[] => {
      const [first, ...rest] = targets.filter((target) => asksNumber(target) && isUnanswered(target));
      if (!first) return [];
      const missing = [first, ...rest];
      const asked = missing.map(({ comparatorPrinted }) => comparatorPrinted);
      return [
        {
          about: [plan, String(action)],
          period: first.period,
          plan,
          values: { action, targets: asked.map((printed) => `“${printed}”`).join(', ') },
          places: { plan: planPlace(plan), targets: quotedTogether(asked) },
          evidence: missing.map(evidenceOf),
        },
      ];
    }),
};

/** Actions of a plan none of whose targets has a number: no result can meet or miss them. */
export const targetsWithoutNumber: Rule = {
  code: 'targets-without-number',
  labels: { nl: 'Doelen zonder getal', fr: 'Cibles sans nombre', en: 'Targets without a number' },
  says: {
    nl: 'In het plan ‘{plan}’ heeft geen enkel doel van deze acties een getal: {actions}.',
    fr: 'Dans le plan « {plan} », aucune cible de ces actions n’a de nombre : {actions}.',
    en: 'In the plan ‘{plan}’ no target of these actions has a number: {actions}.',
  },
  find: (record) =>
    grouped(
      byAction(record).filter(({ targets }) => targets.every(({ achievement }) => achievement.state === 'not-quantified')),
      ({ plan }) => plan,
    ).map((actions) => {
      const [{ plan, targets }] = actions;
      const numbers = actions.map(({ action }) => action);
      return {
        about: [plan],
        period: targets[0]!.period,
        plan,
        values: { plan, actions: numbers.join(', ') },
        places: { plan: planPlace(plan), actions: numbersTogether(numbers) },
        evidence: actions.flatMap((one) => one.targets.map(evidenceOf)),
      };
    }),
};
