/** The pages, in the order of the navigation; the first is what the bare address shows. */
export const PAGES = [
  { code: 'plan', label: 'page.toPlan' },
  { code: 'dashboard', label: 'page.toDashboard' },
  { code: 'territories', label: 'page.toTerritories' },
  { code: 'contradictions', label: 'page.toContradictions' },
  { code: 'self-evaluation', label: 'page.toSelfEvaluation' },
  { code: 'reports', label: 'page.toReports' },
] as const;

export type PageCode = (typeof PAGES)[number]['code'];

/** The page that the address names, or the first one. */
export const pageIn = (code: string): PageCode => PAGES.find((page) => page.code === code)?.code ?? PAGES[0].code;

/** The address of a page in the language that is read, with what is asked of it: what was filtered on another page stays there. */
export function addressOf(page: PageCode, language: string, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(page === PAGES[0].code ? {} : { page });
  query.set('lang', language);
  for (const [name, value] of Object.entries(asked)) if (value !== '') query.set(name, value);
  return `?${query.toString()}`;
}
