import type { PlaceToAsk, PlanSummary, Scopes } from '@app/indicators/answers';
import { NativeSelect } from '@mantine/core';
import { type Language, type Reader, textIn } from '../language';
import { useUrlState } from '../url-state';
import type { Scope } from './asked';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly plans: readonly PlanSummary[];
  readonly scopes: Scopes;
  readonly reader: Reader;
}

const placeIn = ({ code, name }: PlaceToAsk, language: Language): string => (name ? `${textIn(name, language)} (${code})` : code);

/** The places by level, from wide to narrow as the service lists them. */
export function placeGroups(places: readonly PlaceToAsk[], { t, language }: Reader): readonly { group: string; items: Option[] }[] {
  const levels = [...new Set(places.map(({ level }) => level))];
  return levels.map((level) => ({
    group: t(`territory.value.level.${level}`),
    items: places.filter((place) => place.level === level).map((place) => ({ value: place.code, label: placeIn(place, language) })),
  }));
}

interface ChoiceProps {
  readonly name: keyof Scope;
  readonly label: string;
  readonly data: readonly (Option | { group: string; items: Option[] })[];
  readonly reader: Reader;
}

function ScopeChoice({ name, label, data, reader: { t } }: ChoiceProps) {
  const [chosen, choose] = useUrlState(name);
  return (
    <NativeSelect
      label={label}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[{ value: '', label: t('page.all') }, ...data]}
      maw={300}
    />
  );
}

/** Narrows what is shown to a plan, a territory or an organisation; each is offered where there is something to choose from. */
export function ScopeFields({ plans, scopes, reader }: Props) {
  const { t, language } = reader;
  const ofPlans = plans.map(({ plan, title }) => ({ value: plan, label: textIn(title, language) }));
  return (
    <>
      {plans.length > 0 && <ScopeChoice name="plan" label={t('page.scope.plan')} data={ofPlans} reader={reader} />}
      {scopes.territories.length > 0 && (
        <ScopeChoice name="territory" label={t('page.scope.territory')} data={placeGroups(scopes.territories, reader)} reader={reader} />
      )}
      {scopes.organisations.length > 1 && (
        <ScopeChoice
          name="organisation"
          label={t('page.scope.organisation')}
          data={scopes.organisations.map((value) => ({ value, label: value }))}
          reader={reader}
        />
      )}
    </>
  );
}
