const GROUPS = [2, 2, 2, 3, 2] as const;
const DIGITS = 11;
const MAX_SEPARATORS = 3;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Dot, hyphen, slash, blank, no-break blanks and dashes. */
const isSeparator = (code: number): boolean =>
  (code >= 45 && code <= 47) || code === 32 || code === 9 || code === 160 || code === 8239 || (code >= 8208 && code <= 8213);

function matchesAt(text: string, start: number): boolean {
  let at = start;
  let number = 0;
  for (const [group, length] of GROUPS.entries()) {
    if (group > 0) {
      let separators = 0;
      while (at < text.length && isSeparator(text.charCodeAt(at))) {
        at += 1;
        separators += 1;
      }
      if (separators > MAX_SEPARATORS) return false;
    }
    for (let left = length; left > 0; left -= 1) {
      if (at >= text.length) return false;
      const code = text.charCodeAt(at);
      if (!isDigit(code)) return false;
      number = number * 10 + (code - 48);
      at += 1;
    }
  }
  if (at < text.length && isDigit(text.charCodeAt(at))) return false;
  const check = number % 100;
  const base = Math.floor(number / 100);
  return check === 97 - (base % 97) || check === 97 - ((2_000_000_000 + base) % 97);
}

/**
 * Whether a text holds a Belgian national register number: eleven digits, bare or in their printed groups, whose last two pass the modulo-97 rule for
 * a birth before or since 2000. One such run in fifty passes by chance; it is refused all the same, because a true one may never enter.
 */
export function findRegisterNumber(text: string): boolean {
  if (text.length < DIGITS) return false;
  const last = text.length - DIGITS;
  let inRun = false;
  for (let at = 0; at <= last; at += 1) {
    const digit = isDigit(text.charCodeAt(at));
    if (digit && !inRun && matchesAt(text, at)) return true;
    inRun = digit;
  }
  return false;
}
