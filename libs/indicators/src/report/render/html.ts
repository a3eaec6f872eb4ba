import { createHash } from 'node:crypto';
import { type Block, headingOf, type Inline, type Line, type ReportModel, type ReportSection } from '../model';
import { chartRows, chartSvg, escaped } from './chart';

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; color: #1b1b1b; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid #1f5f8b; font-size: 1.4rem; }
h3 { margin-top: 2rem; font-size: 1.15rem; }
a { color: #12476b; }
a.number { color: inherit; text-decoration: underline dotted #12476b; text-underline-offset: 0.2em; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ol { padding-left: 0; list-style: none; }
nav ol ol { padding-left: 1.5rem; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; }
caption, figcaption { padding-bottom: 0.3rem; font-weight: 600; text-align: left; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid #7b8790; text-align: left; vertical-align: top; }
thead th { background: #e8eef2; }
tbody th { font-weight: 400; }
figure { margin: 1rem 0; }
svg { max-width: 100%; height: auto; }
.mark { margin: 1rem 0; padding: 0.4rem 0.8rem; border-left: 0.3rem solid #5c6770; background: #f2f4f5; }
.mark.missing { border-color: #8a5a00; background: #fdf6e7; font-style: italic; }
.mark.stale { border-color: #a3261c; background: #fdecea; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  tr, figure, .mark { break-inside: avoid; }
}
`;

/** What a page of a report may load and run: its own style, and nothing else. One that was kept has the style of its day. */
export function pagePolicy(page: string): string {
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
  const own = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${own}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

function inline(piece: Inline): string {
  const words = escaped(piece.text);
  switch (piece.kind) {
    case 'text':
    case 'count':
      return words;
    case 'number':
      return `<a class="number" href="/api/figures/${escaped(piece.figure)}/events">${words}</a>`;
    case 'target':
      return `<data value="${escaped(piece.event)}">${words}</data>`;
    case 'name':
      return piece.href === undefined ? words : `<a href="${escaped(piece.href)}">${words}</a>`;
  }
}

const lineOf = (line: Line): string => line.map(inline).join('');

function table(opening: string, head: readonly Line[], rows: readonly (readonly Line[])[]): string {
  const columns = head.map((cell) => `<th scope="col">${lineOf(cell)}</th>`).join('');
  const body = rows.map(
    ([first = [], ...rest]) => `<tr><th scope="row">${lineOf(first)}</th>${rest.map((cell) => `<td>${lineOf(cell)}</td>`).join('')}</tr>`,
  );
  return `${opening}<thead><tr>${columns}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function block(made: Block, id: string): string {
  switch (made.kind) {
    case 'paragraph':
      return `<p>${lineOf(made.line)}</p>`;
    case 'callout':
      return `<p class="mark ${made.tone}">${lineOf(made.line)}</p>`;
    case 'list':
      return `<ul>${made.items.map((item) => `<li>${lineOf(item)}</li>`).join('\n')}</ul>`;
    case 'table':
      return table(`<table><caption>${lineOf(made.caption)}</caption>`, made.head, made.rows);
    case 'chart':
      return `<figure><figcaption id="${id}-caption">${lineOf(made.title)}</figcaption>${chartSvg(made, id)}${table(`<table aria-labelledby="${id}-caption">`, made.head, chartRows(made))}</figure>`;
  }
}

/** An id of a section that any address can carry. */
const anchorOf = ({ code }: ReportSection): string => `s-${code.replaceAll(/[^A-Za-z0-9-]/g, '-')}`;

function sectionOf(section: ReportSection): string {
  const id = anchorOf(section);
  const tag = section.level === 1 ? 'h2' : 'h3';
  const blocks = section.blocks.map((made, n) => block(made, `${id}-${n}`));
  return `<section aria-labelledby="${id}"><${tag} id="${id}">${escaped(headingOf(section))}</${tag}>\n${blocks.join('\n')}</section>`;
}

/** Sections of the second level under the one before them. */
function contents(sections: readonly ReportSection[]): string {
  const entry = (section: ReportSection): string => `<a href="#${anchorOf(section)}">${escaped(headingOf(section))}</a>`;
  const groups: { readonly head: ReportSection; readonly below: ReportSection[] }[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (section.level === 2 && last) last.below.push(section);
    else groups.push({ head: section, below: [] });
  }
  const items = groups.map(({ head, below }) => {
    const nested = below.length === 0 ? '' : `<ol>${below.map((section) => `<li>${entry(section)}</li>`).join('')}</ol>`;
    return `<li>${entry(head)}${nested}</li>`;
  });
  return `<ol>${items.join('\n')}</ol>`;
}

/** The report as a page: no script, one style, every number a link to what it rests on. */
export function reportHtml(model: ReportModel): string {
  const { language, title, about, sections, words } = model;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#text">${escaped(words.skip)}</a>
<header><h1>${escaped(title)}</h1>
${about.map((line) => `<p>${lineOf(line)}</p>`).join('\n')}</header>
<nav aria-labelledby="contents"><h2 id="contents">${escaped(words.contents)}</h2>
${contents(sections)}</nav>
<main id="text">
${sections.map(sectionOf).join('\n')}
</main>
</body>
</html>
`;
}
