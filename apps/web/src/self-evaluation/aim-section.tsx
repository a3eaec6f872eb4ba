import type { Agreement, AimView, ClaimedScore, ScoreView, SelfEvaluationView } from '@app/indicators/answers';
import { Badge, Group, Table, Text, Title } from '@mantine/core';
import { ColumnHeads } from '../column-heads';
import { LOCALES, textIn } from '../language';
import { EvidenceList, type EvidenceReader, FigureLink } from './evidence-list';

type Scale = NonNullable<SelfEvaluationView['scale']>;

function agreementIn({ state, scorers, median }: Agreement, { t, language }: EvidenceReader): string {
  const said = t(`evaluation.agreement.${state}`, { scorers });
  return median === undefined ? said : `${said}: ${new Intl.NumberFormat(LOCALES[language]).format(median)}`;
}

function ClaimedLine({ claim, reader: { t } }: { claim: ClaimedScore; reader: EvidenceReader }) {
  return (
    <Text size="sm" data-claimed>
      {t('page.claimedScore', { raw: claim.raw })}
      {claim.source && ` (${t('page.source', { ...claim.source })})`}. {t('page.claimedLacks')}
    </Text>
  );
}

function ScoreRow({ score, scale, reader }: { score: ScoreView; scale: Scale; reader: EvidenceReader }) {
  const { t, language } = reader;
  const role = t(`self-evaluation.value.role.${score.role}`);
  const anchor = scale.anchors.find(({ step }) => step === score.score);
  return (
    <Table.Tr>
      <Table.Th scope="row">{role}</Table.Th>
      <Table.Td>
        <meter min={scale.min} max={scale.max} value={score.score} aria-label={`${role}: ${score.score}`} />
        <Text size="sm">
          <strong>{score.score}</strong> {anchor && textIn(anchor.label, language)}
        </Text>
        {score.stale && (
          <Badge variant="light" color="orange" c="dark.9" tt="none" h="auto" data-stale>
            {t('page.stale')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{textIn(score.rationale, language)}</Text>
        {score.implementation && (
          <Text size="sm" c="gray.7">
            {textIn(score.implementation, language)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <EvidenceList evidence={score.evidence} reader={reader} />
      </Table.Td>
    </Table.Tr>
  );
}

function ScoreTable({ scores, scale, reader }: { scores: readonly ScoreView[]; scale: Scale; reader: EvidenceReader }) {
  return (
    <Table className="plan" layout="fixed">
      <ColumnHeads labels={['page.role', 'page.score', 'page.rationale', 'page.evidence']} reader={reader} />
      <Table.Tbody>
        {scores.map((score) => (
          <ScoreRow key={score.event} score={score} scale={scale} reader={reader} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Before({ previous, reader }: { previous: NonNullable<AimView['previous']>; reader: EvidenceReader }) {
  const { t } = reader;
  const { year, agreement, claimed, comparable } = previous;
  return (
    <>
      <Text size="sm" mt="xs">
        {t('page.before', { year })}: {agreementIn(agreement, reader)}. {!comparable && t('page.notComparable')}
      </Text>
      {claimed.map((claim) => (
        <ClaimedLine key={claim.eventId} claim={claim} reader={reader} />
      ))}
    </>
  );
}

/** One aim: whether its scorers agree, each score with reasons and evidence, and beside them what a report claims. */
export function AimSection({ aim, scale, reader }: { aim: AimView; scale: Scale | undefined; reader: EvidenceReader }) {
  const { t } = reader;
  return (
    <section data-aim={aim.aim}>
      <Group mt="lg" mb="xs">
        <Title order={3} size="h4">
          {t(`self-evaluation.value.aim.${aim.aim}`)}
        </Title>
        <Badge variant="outline" color="gray.9" tt="none" data-agreement={aim.agreement.state}>
          {agreementIn(aim.agreement, reader)}
        </Badge>
      </Group>
      {aim.claimed.map((claim) => (
        <ClaimedLine key={claim.eventId} claim={claim} reader={reader} />
      ))}
      {scale && aim.scores.length > 0 && <ScoreTable scores={aim.scores} scale={scale} reader={reader} />}
      {aim.previous && <Before previous={aim.previous} reader={reader} />}
      <Text size="sm" mt="xs">
        {t('page.suggestions')}
      </Text>
      <ul className="list">
        {aim.suggestions.map((figure) => (
          <li key={figure.id}>
            <Text size="sm" component="span">
              <FigureLink figure={figure} reader={reader} />
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
