import { exactly, Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { closeSurvey, countAnswers, openSurvey, receiveAnswer, surveyEvolution } from './survey.decider';
import { answerReceived, answersCounted, surveyClosed, surveyOpened } from './survey.events';
import { surveyFacts } from './survey.facts';

const kind = 'consultation' as const;
const survey = { kind, title: { nl: 'Raadpleging', fr: 'Consultation' }, parts: ['professional', 'citizen'] } as const;
const answer = { answer: 1, part: 'citizen', usable: true, answerLanguage: 'nl' } as const;
const total = { answers: exactly(266), usable: { value: 240, exactness: 'approximate' } } as const;
const july = { occurred: onDay('2021-07-01') };
const august = { occurred: onDay('2021-08-01') };
const may = { occurred: onDay('2021-05-01') };

const opened = [surveyOpened, survey] as const;
const answered = [answerReceived, { kind, ...answer }, july] as const;
const counted = [answersCounted, { kind, ...total }, july] as const;
const closed = [surveyClosed, { kind }, july] as const;
const surveyOf = (...history: Parameters<typeof given>[1]) => given(surveyEvolution, history);

describe('open a survey', () => {
  it('records whom it asks', () => {
    const command = { ...survey, languages: ['nl', 'fr'], recipients: { value: 200, exactness: 'approximate' } } as const;
    expect(surveyOf().then(openSurvey, command)).toEqual([['SurveyOpened', command]]);
  });

  it('says nothing twice, and not after its answers', () => {
    expect(surveyOf(opened).then(openSurvey, survey)).toEqual([]);
    expect(surveyOf(opened, answered, closed).then(openSurvey, survey)).toEqual([]);
  });

  it('refuses another survey in its place', () => {
    expect(surveyOf(opened).refuses(openSurvey, { ...survey, kind: 'members' })).toBe('survey.already-opened');
    expect(surveyOf(opened).refuses(openSurvey, survey, july)).toBe('survey.already-opened');
  });
});

describe('receive an answer', () => {
  it('records as whom and in which language, the comment unopened', () => {
    const comment = new Sealed('vrije opmerking');
    expect(surveyOf(opened).then(receiveAnswer, answer, july)).toEqual([['AnswerReceived', { kind, ...answer }]]);
    const [event] = surveyOf(opened).when(receiveAnswer, { ...answer, comment }, july);
    expect(event!.data.comment).toBe(comment);
  });

  it('takes an answer of before the closing', () => {
    expect(surveyOf(opened, closed).then(receiveAnswer, answer, july)).toHaveLength(1);
  });

  it('tells a repetition from another answer by its number', () => {
    expect(surveyOf(opened, answered).then(receiveAnswer, answer, july)).toEqual([]);
    expect(surveyOf(opened, answered, closed).then(receiveAnswer, { ...answer, comment: new Sealed('nog eens') }, july)).toEqual([]);
    expect(surveyOf(opened, answered).then(receiveAnswer, { ...answer, answer: 2 }, july)).toHaveLength(1);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-000000000001';
    const corrected = surveyOf(opened, answered, [answerReceived, { kind, ...answer, usable: false }, { ...july, corrects: id }]);
    expect(corrected.then(receiveAnswer, { ...answer, usable: false }, july)).toEqual([]);
    expect(corrected.refuses(receiveAnswer, answer, july)).toBe('survey.answer-number-taken');
  });

  it.each([
    ['survey.not-opened', [], {}, july],
    ['survey.answer-number-taken', [opened, answered], { usable: false }, july],
    ['survey.answers-counted', [opened, counted], {}, july],
    ['survey.before-opening', [opened], {}, may],
    ['survey.already-closed', [opened, closed], {}, august],
    ['survey.another-part', [opened], { part: 'carer' }, july],
    ['survey.profession-of-a-resident', [opened], { profession: 'nurse' }, july],
  ] as const)('refuses with %s', (code, history, other, context) => {
    expect(surveyOf(...history).refuses(receiveAnswer, { ...answer, ...other }, context)).toBe(code);
  });
});

describe('count answers', () => {
  const byPart = [{ part: 'professional', profession: 'pharmacist', answers: exactly(14) }] as const;

  it('records all at once, parts and languages beside', () => {
    const command = { ...total, byPart, byLanguage: [{ answerLanguage: 'nl', answers: exactly(50) }] } as const;
    expect(surveyOf(opened).then(countAnswers, command, july)).toEqual([['AnswersCounted', { kind, ...command }]]);
  });

  it('says nothing twice, and not after the closing', () => {
    expect(surveyOf(opened, counted).then(countAnswers, total, july)).toEqual([]);
    expect(surveyOf(opened, counted, closed).then(countAnswers, total, july)).toEqual([]);
  });

  it.each([
    ['survey.not-opened', [], {}, july],
    ['survey.already-counted', [opened, counted], { answers: exactly(267) }, july],
    ['survey.answers-recorded', [opened, answered], {}, july],
    ['survey.before-opening', [opened], {}, may],
    ['survey.more-usable', [opened], { usable: exactly(267) }, july],
    ['survey.another-part', [opened], { byPart: [{ part: 'carer', answers: exactly(3) }] }, july],
    ['survey.profession-of-a-resident', [opened], { byPart: [{ ...byPart[0], part: 'citizen' }] }, july],
  ] as const)('refuses with %s', (code, history, other, context) => {
    expect(surveyOf(...history).refuses(countAnswers, { ...total, ...other }, context)).toBe(code);
  });
});

describe('close a survey', () => {
  it('says the last day on which it could be answered', () => {
    expect(surveyOf(opened, answered).then(closeSurvey, {}, july)).toEqual([['SurveyClosed', { kind }]]);
  });

  it('says nothing twice, and not after a late answer', () => {
    expect(surveyOf(opened, closed).then(closeSurvey, {}, july)).toEqual([]);
    expect(surveyOf(opened, closed, answered).then(closeSurvey, {}, july)).toEqual([]);
  });

  it.each([
    ['survey.not-opened', [], july],
    ['survey.already-closed', [opened, closed], august],
    ['survey.before-opening', [opened], may],
  ] as const)('refuses with %s', (code, history, context) => {
    expect(surveyOf(...history).refuses(closeSurvey, {}, context)).toBe(code);
  });
});

describe('facts of a survey', () => {
  const streamId = 'survey-AAAAAAAAAAAAAAAAAAAAAA';
  const exact = (n: number) => ({ exactness: 'exact', v: n, lo: n, hi: n });
  const about = (n: number) => ({ exactness: 'approximate', v: n, lo: null, hi: null });
  const of = { countKind: 'answer', groupKey: streamId };

  it('an answer counts once, and again by part and language', () => {
    const data = {
      kind,
      answer: 3,
      part: 'professional',
      usable: true,
      answerLanguage: 'nl',
      profession: 'nurse',
      satisfaction: 4,
    } as const;
    expect(surveyFacts['AnswerReceived']!(recorded(answerReceived, { ...data, earlier: 'neither' }, { streamId }))).toEqual([
      {
        type: 'answer-received',
        ...of,
        ...exact(1),
        dims: { kind, part: 'professional', usable: true, profession: 'nurse', earlier: 'neither' },
      },
      { type: 'answers-usable', ...of, ...exact(1), dims: { kind } },
      { type: 'answers-by-part', ...of, ...exact(1), dims: { kind, part: 'professional', profession: 'nurse' } },
      { type: 'answers-by-language', ...of, ...exact(1), dims: { kind, answerLanguage: 'nl' } },
      { type: 'survey-satisfaction', countKind: 'score', groupKey: streamId, ...exact(4), dims: { kind, part: 'professional' } },
    ]);
    expect(
      surveyFacts['AnswerReceived']!(recorded(answerReceived, { kind, answer: 4, part: 'citizen', usable: false }, { streamId })),
    ).toEqual([
      { type: 'answer-received', ...of, ...exact(1), dims: { kind, part: 'citizen', usable: false } },
      { type: 'answers-by-part', ...of, ...exact(1), dims: { kind, part: 'citizen' } },
    ]);
  });

  it('a count keeps how sure it is', () => {
    const data = { kind, ...total, byPart: [{ part: 'citizen', answers: { value: 30, exactness: 'approximate' } }] } as const;
    expect(surveyFacts['AnswersCounted']!(recorded(answersCounted, data, { streamId }))).toEqual([
      { type: 'answers-counted', ...of, ...exact(266), dims: { kind } },
      { type: 'answers-usable', ...of, ...about(240), dims: { kind } },
      { type: 'answers-by-part', ...of, ...about(30), dims: { kind, part: 'citizen' } },
    ]);
  });

  it('a survey is opened and closed, who was asked is people', () => {
    const dims = { kind };
    const recipients = { value: 200, exactness: 'approximate' } as const;
    expect(surveyFacts['SurveyOpened']!(recorded(surveyOpened, { ...survey, recipients }, { streamId }))).toEqual([
      { type: 'survey-opened', countKind: 'survey', groupKey: streamId, ...exact(1), dims },
      { type: 'survey-recipients', countKind: 'unique-person', groupKey: streamId, ...about(200), dims },
    ]);
    expect(surveyFacts['SurveyClosed']!(recorded(surveyClosed, { kind }, { streamId }))).toEqual([
      { type: 'survey-closed', countKind: 'survey', groupKey: streamId, ...exact(1), dims },
    ]);
  });

  it('an answer of a resident is sealed with the care', () => {
    const subject = answerReceived.subject as (data: { part: string }) => string;
    expect(['professional', 'organisation', 'citizen', 'patient', 'carer', 'other'].map((part) => subject({ part }))).toEqual([
      'professional',
      'professional',
      'care',
      'care',
      'care',
      'care',
    ]);
  });
});
