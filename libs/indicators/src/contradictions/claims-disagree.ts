import { areApart } from '../interval';
import { type Finding, findingAbout, type Rule } from './contradiction';
import { boundsOf, grouped, isNear, matterOf, seriesOf } from './matters';
import type { ClaimOnRecord } from './on-record';
import { quotedTogether } from './words';

function disagree(one: ClaimOnRecord, other: ClaimOnRecord): boolean {
  if (!areApart(boundsOf(one), boundsOf(other))) return false;
  const about = [one, other].some(({ exactness }) => exactness === 'approximate');
  return !(about && isNear(one.value ?? one.lo ?? one.hi ?? 0, other.value ?? other.lo ?? other.hi ?? 0));
}

/** Claims of one figure by the action that prints them; one that names no action belongs to the only action, if there is one. */
function byAction(claims: readonly ClaimOnRecord[]): readonly (readonly ClaimOnRecord[])[] {
  const actions = grouped(claims, ({ plan, action, target }) => `${plan ?? ''}/${action ?? ''}/${target ?? ''}`);
  const named = new Set(claims.flatMap(({ plan, action }) => (action === undefined ? [] : [`${plan}/${action}`])));
  const targets = new Set(claims.flatMap(({ target }) => target ?? []));
  return named.size <= 1 && targets.size <= 1 ? [claims] : actions;
}

const findingOf = (claims: readonly [ClaimOnRecord, ...ClaimOnRecord[]]): Finding => {
  const [first, ...others] = claims;
  const printed = [...new Set(claims.map(({ raw }) => raw))];
  const ofAction = claims.find(({ action }) => action !== undefined);
  return {
    ...findingAbout(first, { values: printed.join(' / ') }, others, { values: quotedTogether(printed) }),
    about: [...matterOf(first), ...(ofAction ? [`${ofAction.plan}/${ofAction.action}`] : [])],
  };
};

/** Two values are printed for one figure. */
export const claimsDisagree: Rule = {
  code: 'claims-disagree',
  labels: { nl: 'Twee waarden voor één cijfer', fr: 'Deux valeurs pour un chiffre', en: 'Two values for one figure' },
  says: {
    nl: '{what}: voor hetzelfde cijfer staat er {values}.',
    fr: '{what} : pour le même chiffre on lit {values}.',
    en: '{what}: the same figure is printed as {values}.',
  },
  find: ({ claims }) =>
    grouped(claims, (claim) => `${seriesOf(claim)}~${claim.from}~${claim.to}~${claim.kind}`)
      .flatMap(byAction)
      .flatMap((group) => {
        const [first, ...rest] = group;
        const against = first && group.some((one) => group.some((other) => disagree(one, other)));
        return first && against ? [findingOf([first, ...rest])] : [];
      }),
};

/** A value that is printed once more for a later period, where that period has another value of its own. */
export const staleCopy: Rule = {
  code: 'stale-copy',
  labels: { nl: 'Waarde van een vorige periode', fr: 'Valeur d’une période antérieure', en: 'Value of an earlier period' },
  says: {
    nl: '{what}: “{printed}” is de waarde van een vorige periode; voor deze periode staat er ook “{current}”.',
    fr: '{what} : « {printed} » est la valeur d’une période antérieure ; pour cette période on lit aussi « {current} ».',
    en: '{what}: “{printed}” is the value of an earlier period; for this period “{current}” is printed too.',
  },
  find: ({ claims }) =>
    grouped(claims, seriesOf).flatMap((series) =>
      series
        .filter(({ dataOn, value }) => dataOn === undefined && value !== null)
        .flatMap((stale) => {
          const before = series.find(({ to, value }) => to < stale.from && value === stale.value);
          const current = series.find(
            ({ from, to, dataOn, value }) => from === stale.from && to === stale.to && dataOn && value !== stale.value,
          );
          if (!before || !current) return [];
          return [findingAbout(stale, { printed: stale.raw, current: current.raw }, [before, current])];
        }),
    ),
};
