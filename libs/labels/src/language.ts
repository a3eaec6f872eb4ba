/** The languages of the product, in the order in which they are shown. */
export const LANGUAGES = ['nl', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How numbers, amounts and dates are written in each: as in Belgium, and in English as most who read it do (design: domain 9.1). */
export const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

/** A catalogue: texts under keys that hold keys. */
export type LabelTree = { readonly [key: string]: string | LabelTree };
