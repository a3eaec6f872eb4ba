/** The pages, in the order of the navigation; the first is what the bare address shows. */
export const PAGES = [
  { code: 'plan', label: 'page.toPlan' },
  { code: 'self-evaluation', label: 'page.toSelfEvaluation' },
] as const;

export type PageCode = (typeof PAGES)[number]['code'];

/** The page that the address names, or the first one. */
export const pageIn = (code: string): PageCode => PAGES.find((page) => page.code === code)?.code ?? PAGES[0].code;

/** The address of a page in the language that is read: what was filtered on another page stays there. */
export function addressOf(page: PageCode, language: string): string {
  const query = new URLSearchParams(page === PAGES[0].code ? {} : { page });
  query.set('lang', language);
  return `?${query.toString()}`;
}
