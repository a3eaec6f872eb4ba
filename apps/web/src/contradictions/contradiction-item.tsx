import type { Evidence } from '@app/indicators/answers';
import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ToldContradiction } from '../../../api/src/answers';
import { FigureEvents } from '../figures/figure-events';
import { factorIn } from '../figures/figure-words';
import { OriginButton } from '../figures/origin-button';
import { dayIn, daysIn, type Reader, textIn } from '../language';
import { TextLink } from '../text-link';
import { useUrlState } from '../url-state';
import { AnswerForm } from './answer-form';
import { type Answer, answersTo } from './answers';

const COLOURS = { open: 'orange', explained: 'blue', resolved: 'teal' } as const;

function EvidenceLine({ evidence: { eventId, raw, source, on }, reader }: { evidence: Evidence; reader: Reader }) {
  const { t, language } = reader;
  const said = [
    ...(source ? [t('page.source', { ...source })] : []),
    ...(on ? [t('page.contradictions.about', { days: daysIn(on, language) })] : []),
  ];
  return (
    <li data-evidence>
      <Text size="sm">
        <TextLink href={`/api/events/${eventId}`}>
          {raw === undefined ? t('page.contradictions.recorded') : t('page.figure.printed', { raw })}
        </TextLink>
        {said.length > 0 && `, ${said.join(', ')}`}
      </Text>
    </li>
  );
}

/** What people said of it: why, which side holds, when and for which team. */
function WhatWasSaid({ of, reader }: { of: ToldContradiction; reader: Reader }) {
  const { t, language } = reader;
  const { explanation, resolution, stale, said = [] } = of;
  if (!explanation && !resolution) return null;
  return (
    <div data-said>
      {explanation && <Text size="sm">{t('page.contradictions.explanation', { text: textIn(explanation, language) })}</Text>}
      {resolution?.reading && <Text size="sm">{t(`contradiction.value.reading.${resolution.reading}`)}</Text>}
      {resolution?.correction && (
        <Text size="sm">
          <TextLink href={`/api/events/${resolution.correction}`}>{t('page.contradictions.corrected')}</TextLink>
        </Text>
      )}
      {said.map(({ eventId, on, team }) => (
        <Text key={eventId} size="xs" c="gray.8">
          {t('page.contradictions.saidOn', { day: dayIn(on, language) })}, {team ?? t('page.events.noTeam')}
        </Text>
      ))}
      {stale && (
        <Badge variant="light" color="orange" c="dark.9" tt="none" h="auto" data-stale>
          {t('page.contradictions.stale')}
        </Badge>
      )}
    </div>
  );
}

/** The side that was counted: the events that it rests on, once somebody asks. */
function Counted({ contradiction: { key, figureIds = [] }, reader }: { contradiction: ToldContradiction; reader: Reader }) {
  const { t } = reader;
  const [about, ask] = useUrlState('about');
  const open = about === key;
  if (figureIds.length === 0) return null;
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t('page.contradictions.counted')}</Text>
        <OriginButton
          name={t('page.contradictions.counted')}
          open={open}
          controls={`about-${key}`}
          onToggle={() => ask(open ? '' : key)}
          reader={reader}
        />
      </Group>
      {open && (
        <section className="panel" id={`about-${key}`} aria-label={t('page.contradictions.counted')}>
          {figureIds.map((figureId) => (
            <FigureEvents key={figureId} figureId={figureId} reader={reader} />
          ))}
        </section>
      )}
    </>
  );
}

interface Props {
  readonly contradiction: ToldContradiction;
  readonly onRecorded: (position: string | undefined) => void;
  readonly reader: Reader;
}

/** One contradiction: what it says, both sides with their sources, and what people made of it. */
export function ContradictionItem({ contradiction, onRecorded, reader }: Props) {
  const { t, language } = reader;
  const [answer, choose] = useState<Answer>();
  const article = useRef<HTMLElement>(null);
  /** The form goes away with the focus in it: whoever walks by keyboard goes on from here. */
  const close = (): void => {
    choose(undefined);
    article.current?.focus();
  };
  const { key, state, labels, sentence, period, evidence } = contradiction;
  const factor = contradiction.factor && factorIn(contradiction.factor, reader);
  return (
    <article ref={article} tabIndex={-1} className="contradiction" data-key={key} data-state={state} aria-labelledby={`rule-${key}`}>
      <Group gap="xs">
        <Title order={3} size="h5" id={`rule-${key}`}>
          {textIn(labels, language)}
        </Title>
        <Badge variant="light" color={COLOURS[state]} c="dark.9" tt="none" h="auto">
          {t(`page.contradictions.state.${state}`)}
        </Badge>
        <Text size="sm">{daysIn(period, language)}</Text>
      </Group>
      <Text>{textIn(sentence, language)}</Text>
      {factor && <Text size="sm">{t('page.figure.factor', { factor })}</Text>}
      <ul className="list">
        {evidence.map((one) => (
          <EvidenceLine key={one.eventId} evidence={one} reader={reader} />
        ))}
      </ul>
      <Counted contradiction={contradiction} reader={reader} />
      <WhatWasSaid of={contradiction} reader={reader} />
      {answer === undefined ? (
        <Group gap="xs" mt="xs" className="screen-only">
          {answersTo(state).map((possible) => (
            <Button key={possible} variant="default" size="xs" onClick={() => choose(possible)}>
              {t(`page.contradictions.answer.${possible}`)}
            </Button>
          ))}
        </Group>
      ) : (
        <AnswerForm
          key={answer}
          answer={answer}
          contradiction={contradiction}
          onRecorded={(position) => {
            close();
            onRecorded(position);
          }}
          onLeave={close}
          reader={reader}
        />
      )}
    </article>
  );
}
