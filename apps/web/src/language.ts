import type { Language } from '../../../libs/labels/src/language';

export { type Language, LANGUAGES, LOCALES } from '../../../libs/labels/src/language';

/** A reviewed text of the record. English may be missing: the field works in Dutch and French. */
export interface Title {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const titleIn = (title: Title, language: Language): string => title[language] ?? title.fr;

type Tree = { readonly [key: string]: string | Tree };

/** Looks a label up by its dotted key; what the service does not label is shown as its key, so that it is seen. */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export const translator =
  (tree: Tree): Translate =>
  (key, params = {}) => {
    let node: string | Tree | undefined = tree;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    if (typeof node !== 'string') return key;
    return node.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  };
