import { TextInput } from '@mantine/core';
import type { Reader } from '../language';
import { useUrlState } from '../url-state';
import type { LookedFrom } from './asked';

function DayInput({ name, label }: { name: keyof LookedFrom; label: string }) {
  const [day, set] = useUrlState(name);
  return <TextInput type="date" label={label} value={day} onChange={(event) => set(event.currentTarget.value)} max="2099-12-31" w={150} />;
}

/** The two days; left empty they are today. */
export function KnownFields({ reader: { t } }: { reader: Reader }) {
  return (
    <>
      <DayInput name="asOf" label={t('page.asOf')} />
      <DayInput name="knownOn" label={t('page.knownOn')} />
    </>
  );
}
