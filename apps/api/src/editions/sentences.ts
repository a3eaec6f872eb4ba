import {
  type ActionChange,
  type AgreementChange,
  type Figure,
  type FigureChange,
  type ListingChange,
  type ScoreChange,
  type ScoreShown,
  type TargetChange,
  type TextChange,
  type TextCourse,
  unitOf,
} from '@app/indicators';
import { betweenBounds, type Language, LANGUAGES, type Labels, numberFormat, writtenValue } from '@app/labels';
import type { Title } from '@app/partnership/plan/plan.events';
import type { Sentence } from '../answers';

const NOT_RECORDED = 'report-text.number.not-recorded';

const COURSES: Readonly<Record<TextCourse, string>> = {
  written: 'reporting-period.changed.textWritten',
  rewritten: 'reporting-period.changed.textRewritten',
  gone: 'reporting-period.changed.textGone',
  approved: 'reporting-period.changed.textApproved',
  'not-approved': 'reporting-period.changed.textNotApproved',
  stale: 'reporting-period.changed.textStale',
  fresh: 'reporting-period.changed.textFresh',
};

function scoreKey({ before, after, evidence }: ScoreChange): string {
  if (!before) return 'reporting-period.changed.figureAdded';
  if (!after) return 'reporting-period.changed.scoreGone';
  if (evidence.length > 0) return 'reporting-period.changed.scoreEvidence';
  return before.score === after.score ? 'reporting-period.changed.scoreAgain' : 'reporting-period.changed.figure';
}

/** Says in plain sentences what changed since an edition, in one language or in all of them. */
export class Sentences {
  private readonly languages: readonly Language[];

  constructor(
    private readonly labels: Labels,
    private readonly edition: number,
    only?: Language,
  ) {
    this.languages = only ? [only] : LANGUAGES;
  }

  figure({ before, after, label }: FigureChange): Sentence {
    return this.say((language) => {
      const said = { label: textOf(label, language), after: this.valueOf(after, language), edition: this.edition };
      if (!before) return this.labels.text(language, 'reporting-period.changed.figureAdded', said);
      return this.labels.text(language, 'reporting-period.changed.figure', { ...said, before: this.valueOf(before, language) });
    });
  }

  target({ before, after }: TargetChange): Sentence {
    const { label } = (after ?? before)!;
    const key =
      before && after
        ? 'reporting-period.changed.target'
        : after
          ? 'reporting-period.changed.targetSet'
          : 'reporting-period.changed.targetGone';
    return this.say((language) => this.labels.text(language, key, { label: textOf(label, language), edition: this.edition }));
  }

  action({ before, after }: ActionChange): Sentence {
    const { number } = (after ?? before)!;
    const key = before?.lifecycle === after?.lifecycle ? 'reporting-period.changed.actionSaid' : 'reporting-period.changed.action';
    const stands = (language: Language, action: ActionChange['before']): string =>
      action
        ? this.labels.text(language, `plan.lifecycle.${action.lifecycle}`)
        : this.labels.text(language, 'reporting-period.changed.notInPlan');
    return this.say((language) =>
      this.labels.text(language, key, {
        number,
        before: stands(language, before),
        after: stands(language, after),
        edition: this.edition,
      }),
    );
  }

  score(change: ScoreChange): Sentence {
    const given = (score: ScoreShown | undefined): string => String(score?.score ?? '');
    return this.say((language) => {
      const label = `${this.labels.text(language, `self-evaluation.value.aim.${change.aim}`)} (${this.scorerOf(change, language)})`;
      const said = { label, before: given(change.before), after: given(change.after), edition: this.edition };
      return this.labels.text(language, scoreKey(change), said);
    });
  }

  private scorerOf({ role }: ScoreChange, language: Language): string {
    return this.labels.text(language, role === undefined ? 'reporting-period.changed.printed' : `self-evaluation.value.role.${role}`);
  }

  agreement({ aim, year, before, after }: AgreementChange): Sentence {
    const stands = (language: Language, agreement: AgreementChange['before']): string => {
      if (!agreement) return this.labels.text(language, NOT_RECORDED);
      const { state, scorers, median } = agreement;
      const words = this.labels.text(language, `evaluation.agreement.${state}`, { scorers });
      return median === undefined ? words : `${words} ${numberFormat(language, {}).format(median)}`;
    };
    return this.say((language) =>
      this.labels.text(language, 'reporting-period.changed.figure', {
        label: `${this.labels.text(language, `self-evaluation.value.aim.${aim}`)} ${year}`,
        before: stands(language, before),
        after: stands(language, after),
        edition: this.edition,
      }),
    );
  }

  text({ title, textLanguage, course }: TextChange): Sentence {
    return this.say((language) =>
      this.labels.text(language, COURSES[course], {
        label: textOf(title, language),
        language: this.labels.text(language, `report.value.textLanguage.${textLanguage}`),
        edition: this.edition,
      }),
    );
  }

  listing({ title }: ListingChange): Sentence {
    return this.say((language) =>
      this.labels.text(language, 'reporting-period.changed.listing', { label: textOf(title, language), edition: this.edition }),
    );
  }

  /** Of everything together. */
  summary(count: number): Sentence {
    const key = count === 0 ? 'reporting-period.changed.nothing' : 'reporting-period.changed.something';
    return this.say((language) => this.labels.text(language, key, { number: count, edition: this.edition }));
  }

  private say(sentence: (language: Language) => string): Sentence {
    return Object.fromEntries(this.languages.map((language) => [language, sentence(language)]));
  }

  private valueOf(figure: Figure, language: Language): string {
    const { shown, refusal } = figure;
    if (refusal) return this.labels.text(language, 'reporting-period.changed.mixed');
    if (shown === 'disputed') return this.labels.text(language, 'reporting-period.changed.disputed');
    if (shown === 'none') return this.labels.text(language, NOT_RECORDED);
    const number = this.numberOf(figure, language);
    return shown === 'claim' ? this.labels.text(language, 'reporting-period.changed.claimed', { value: number }) : number;
  }

  /** By its bounds where they differ: what moved may be a bound alone. */
  private numberOf(figure: Figure, language: Language): string {
    const say = (key: string, params?: Readonly<Record<string, string>>): string => this.labels.text(language, key, params);
    return writtenValue(language, betweenBounds(figure), unitOf(figure), say) ?? say(NOT_RECORDED);
  }
}

const textOf = ({ nl, fr, en }: Title, language: Language): string => ({ nl, fr, en: en ?? nl })[language];
