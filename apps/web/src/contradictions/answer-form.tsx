import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { ToldContradiction } from '../../../api/src/answers';
import { record, Refused } from '../api';
import type { Reader } from '../language';
import { useToken } from '../token';
import { type Answer, commandOf, errorsOf, type Filled, NOTHING_FILLED, READINGS, REASONS } from './answers';

interface FieldProps {
  readonly filled: Filled;
  readonly fill: (field: keyof Filled, value: string) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly reader: Reader;
}

function ExplanationFields({ filled, fill, errors, reader: { t } }: FieldProps) {
  return (
    <>
      <Text size="sm">{t('page.contradictions.nameNobody')}</Text>
      {(['nl', 'fr', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          label={t(`page.contradictions.text.${language}`)}
          lang={language}
          required={language !== 'en'}
          rows={3}
          value={filled[language]}
          onChange={(event) => fill(language, event.currentTarget.value)}
          error={errors[language]}
        />
      ))}
    </>
  );
}

function ResolutionFields({ filled, fill, errors, reader: { t } }: FieldProps) {
  return (
    <>
      <NativeSelect
        label={t('contradiction.field.reading')}
        value={filled.reading}
        onChange={(event) => fill('reading', event.currentTarget.value)}
        data={[
          { value: '', label: t('page.contradictions.noReading') },
          ...READINGS.map((value) => ({ value, label: t(`contradiction.value.reading.${value}`) })),
        ]}
        error={errors['reading']}
      />
      <TextInput
        label={t('contradiction.field.correction')}
        description={t('page.contradictions.correctionHelp')}
        value={filled.correction}
        onChange={(event) => fill('correction', event.currentTarget.value)}
        error={errors['correction']}
      />
    </>
  );
}

function ReopeningFields({ filled, fill, errors, reader: { t } }: FieldProps) {
  return (
    <NativeSelect
      label={t('contradiction.field.reason')}
      required
      value={filled.reason}
      onChange={(event) => fill('reason', event.currentTarget.value)}
      data={[
        { value: '', label: t('page.contradictions.choose') },
        ...REASONS.map((value) => ({ value, label: t(`contradiction.value.reason.${value}`) })),
      ]}
      error={errors['reason']}
    />
  );
}

const FIELDS = { explain: ExplanationFields, resolve: ResolutionFields, reopen: ReopeningFields };

/** A key that stays with what is said: sent again it records once, and another text gets another key. */
function useKey(): (said: string) => string {
  const last = useRef({ said: '', key: '' });
  return (said) => {
    if (last.current.said !== said) last.current = { said, key: Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-') };
    return last.current.key;
  };
}

interface Props {
  readonly answer: Answer;
  readonly contradiction: ToldContradiction;
  readonly onRecorded: (position: string | undefined) => void;
  readonly onLeave: () => void;
  readonly reader: Reader;
}

/** Records what somebody says of a contradiction. What the service refuses is told in the reader's language, at the field that it is about. */
export function AnswerForm({ answer, contradiction, onRecorded, onLeave, reader }: Props) {
  const { t, language } = reader;
  const [token, keepToken] = useToken();
  const [filled, setFilled] = useState(NOTHING_FILLED);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const keyOf = useKey();
  const Fields = FIELDS[answer];

  const send = async (): Promise<void> => {
    const { command, body } = commandOf(answer, contradiction, filled);
    setSending(true);
    try {
      onRecorded((await record(command, body, { token, key: keyOf(JSON.stringify([command, body])) })).position);
    } catch (error) {
      const problem = error instanceof Refused ? error.problem : undefined;
      setErrors(problem ? errorsOf(problem, language) : { form: t('page.contradictions.notSent') });
      setSending(false);
    }
  };

  return (
    <form
      className="panel screen-only"
      noValidate
      aria-label={t(`contradiction.command.${answer}-contradiction`)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="sm" maw={640}>
        <Fields
          filled={filled}
          fill={(field, value) => setFilled((before) => ({ ...before, [field]: value }))}
          errors={errors}
          reader={reader}
        />
        <TextInput
          label={t('page.contradictions.team')}
          description={t('page.contradictions.teamHelp')}
          value={filled.team}
          onChange={(event) => setFilled((before) => ({ ...before, team: event.target.value }))}
          error={errors['team']}
        />
        <TextInput
          type="password"
          autoComplete="off"
          required
          label={t('page.token')}
          description={t('page.tokenHelp')}
          value={token}
          onChange={(event) => keepToken(event.currentTarget.value)}
        />
        {errors['form'] && (
          <Alert color="red" role="alert">
            {errors['form']}
          </Alert>
        )}
        <Group>
          <Button type="submit" disabled={sending}>
            {t('page.contradictions.send')}
          </Button>
          <Button variant="default" onClick={onLeave}>
            {t('page.contradictions.leave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
