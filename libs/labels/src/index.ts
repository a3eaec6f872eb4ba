import i18next, { type i18n } from 'i18next';
import { en } from './en';
import { fr } from './fr';
import { type LabelTree, type Language, LANGUAGES } from './language';
import { nl } from './nl';

export * from './formats';
export * from './language';
export * from './numbers';

/** The catalogue of each language, one file per term; the page gets it whole. */
export const catalogues: Readonly<Record<Language, LabelTree>> = { nl, fr, en };

export const isLanguage = (value: string): value is Language => (LANGUAGES as readonly string[]).includes(value);

type Params = Readonly<Record<string, string | number>>;

/** Looks texts up by key. A missing key answers the key itself; a test keeps that from happening. */
export class Labels {
  readonly #i18n: i18n;

  constructor() {
    this.#i18n = i18next.createInstance();
    void this.#i18n.init({
      resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: catalogues[language] }])),
      initAsync: false,
      fallbackLng: false,
      interpolation: { escapeValue: false },
    });
  }

  text(language: Language, key: string, params: Params = {}): string {
    return this.#i18n.t(key, { lng: language, ...params });
  }

  has(language: Language, key: string): boolean {
    return this.#i18n.exists(key, { lng: language });
  }

  /** The text of a refusal or problem code, `<term>.<name>`. */
  refusal(language: Language, code: string, params: Params = {}): string {
    return this.text(language, this.refusalKey(language, code), params);
  }

  refusalKey(language: Language, code: string): string {
    const [term, ...name] = code.split('.');
    const own = `${term}.refusal.${name.join('.')}`;
    return this.has(language, own) ? own : `problem.${code}`;
  }

  /** The text of a field of a term's commands, or of the fields that every command shares. */
  field(language: Language, term: string, field: string): string {
    return this.text(language, this.fieldKey(language, term, field));
  }

  fieldKey(language: Language, term: string, field: string): string {
    const own = `${term}.field.${field}`;
    return this.has(language, own) ? own : `envelope.field.${field}`;
  }
}
