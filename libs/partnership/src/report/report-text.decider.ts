/*
 * What a text of a report may hold (design: figures 7): every number is a token, `{{name}}`, bound to a figure. Digits may be typed only in dates, in years
 * and in references to laws. Pure, and shared by the decision that takes a text in and by the view that shows it.
 */

const TOKEN = /\{\{([a-z][a-z0-9-]{0,39})\}\}/g;

/** A place in a text, counted in UTF-16 units from 0. */
export interface Found {
  readonly at: number;
  readonly text: string;
}

export interface TextPiece {
  readonly text?: string;
  /** Name of the token that stands here. */
  readonly token?: string;
}

/** A text cut at its tokens, in order; joined again it is the text. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ token: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces;
}

/** The tokens of a text, each once, in order. */
export const tokensOf = (text: string): readonly string[] => [...new Set(piecesOf(text).flatMap(({ token }) => token ?? []))];

const YEAR = '(?:19\\d\\d|20\\d\\d|2100)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTH_NAME = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ...['January', 'February', 'March', 'May', 'June', 'July', 'August', 'October'],
].join('|');

/** Each of these may be typed. Nothing of a word or a longer number may touch it: 2.021 is no year. */
const ALLOWED = [
  `${YEAR}-${MONTH}-${DAY}`,
  `${DAY}(?<mark>[./-])${MONTH}\\k<mark>${YEAR}`,
  `${DAY}(?:er)?\\s(?:${MONTH_NAME})(?:\\s${YEAR})?`,
  // References to laws and their parts; a law may carry a number of its own, after its year or before it.
  `(?:art(?:\\.|ikel|icle|ikelen|icles)?|lid|alinéa|paragraph|paragraphe|paragraaf)\\s\\d{1,4}(?:bis|ter|quater)?`,
  `§{1,2}\\s?\\d{1,3}`,
  `\\((?:EU|UE|EG|CE|EC)\\)\\s(?:(?:nr\\.|n°|No)\\s)?${YEAR}/\\d{1,4}`,
  `${YEAR}(?:[-–/]${YEAR})?`,
].join('|');

// Tried from left to right: what is allowed swallows its digits, so that what is left of them is not.
const NUMBERS = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\p{N}[.,/-])(?<allowed>${ALLOWED})(?![\\p{L}\\p{N}%]|[.,/]\\p{N}|\\s?%)|(?<typed>\\p{N}+(?:[.,\\s]?\\p{N}+)*)`,
  'giu',
);

/** The numbers that stand in a text and are neither tokens, nor dates, nor years, nor references to laws. */
export function typedNumbers(text: string): readonly Found[] {
  // A token keeps its length, so that positions are those of the text that was sent.
  const bare = text.replace(TOKEN, (token) => '\u2400'.repeat(token.length));
  return [...bare.matchAll(NUMBERS)].flatMap(({ index, groups }) => (groups?.['typed'] ? [{ at: index, text: groups['typed'] }] : []));
}

/**
 * Words that say a number. Left out are those that are as often something else: een, un, une and one (articles), neuf (new), second and seconde.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  nl: [
    ...['twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien'],
    ...['zestien', 'zeventien', 'achttien', 'negentien', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig'],
    ...['negentig', 'honderd', 'duizend', 'miljoen', 'miljard', 'tiental', 'tientallen', 'twintigtal', 'dertigtal', 'veertigtal'],
    ...['vijftigtal', 'honderdtal', 'honderden', 'duizenden', 'helft', 'dubbele', 'driekwart', 'dozijn'],
  ],
  fr: [
    ...['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize'],
    ...['vingt', 'vingts', 'trente', 'quarante', 'cinquante', 'soixante', 'septante', 'octante', 'huitante', 'nonante', 'cent', 'cents'],
    ...['mille', 'million', 'millions', 'milliard', 'milliards', 'dizaine', 'dizaines', 'douzaine', 'quinzaine', 'vingtaine', 'trentaine'],
    ...[
      'quarantaine',
      'cinquantaine',
      'soixantaine',
      'centaine',
      'centaines',
      'milliers',
      'millier',
      'moitié',
      'tiers',
      'double',
      'triple',
    ],
  ],
  en: [
    ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'],
    ...['sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
    ...['hundred', 'hundreds', 'thousand', 'thousands', 'million', 'millions', 'billion', 'dozen', 'dozens', 'half', 'twice', 'double'],
  ],
};

/** Written in one in Dutch: eenentwintig, driehonderd, zevenenveertig. */
const COMPOUND_NL =
  /^(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|ën)(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)$|^\p{L}{3,}(?:honderd|duizend)$/u;

/** The words of a text that say a number, in the order of the text: a warning to who writes, never a refusal. */
export function numberWords(text: string, language: string): readonly Found[] {
  const words = new Set(WORDS[language]);
  return [...text.replace(TOKEN, (token) => ' '.repeat(token.length)).matchAll(/\p{L}+/gu)].flatMap(({ index, 0: word }) => {
    const lower = word.toLowerCase();
    return words.has(lower) || (language === 'nl' && COMPOUND_NL.test(lower)) ? [{ at: index, text: word }] : [];
  });
}
