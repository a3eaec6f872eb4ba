import { type Language, LOCALES } from './language';

/** A way of writing in each language, made when it is first needed: to make one takes far longer than to write with it. */
function madeOnce<Options, Format>(make: (locale: string, options: Options) => Format): (language: Language, options: Options) => Format {
  const made = new Map<string, Format>();
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`;
    let format = made.get(key);
    if (!format) made.set(key, (format = make(LOCALES[language], options)));
    return format;
  };
}

export const numberFormat = madeOnce((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** Of days, which lie in no time zone: they are given as midnight in UTC. */
export const dayFormat = madeOnce(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
);

export const pluralRules = madeOnce((locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options));

export const listFormat = madeOnce((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
