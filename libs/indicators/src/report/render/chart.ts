import { type Bar, type Block, type Line, wordsOf } from '../model';

export type Chart = Extract<Block, { kind: 'chart' }>;

const WIDTH = 640;
const BAR = 12;
const LABEL = 16;
const GROUP = 8;
/** Room at the right for the number that stands after the longest bar. */
const NUMBERS = 210;
/** As many characters of a label as fit the width. */
const LONGEST = 92;

const REALISED = '#1f5f8b';
const WANTED = '#b9c4cc';
const INK = '#1b1b1b';

export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const shortened = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);

const heightOf = ({ wanted }: Bar): number => LABEL + BAR + (wanted ? BAR : 0) + GROUP;

export const chartSize = ({ bars }: Chart): { readonly width: number; readonly height: number } => ({
  width: WIDTH,
  height: bars.reduce((sum, bar) => sum + heightOf(bar), GROUP),
});

const textAt = (x: number, y: number, words: string): string =>
  `<text x="${x}" y="${y}" font-family="Roboto, sans-serif" font-size="11" fill="${INK}">${escaped(words)}</text>`;

/** What a chart says to who does not see it: every pair in words. */
export const chartWords = ({ bars }: Chart): string =>
  bars.map(({ label, shown, wanted }) => `${wordsOf(label)}: ${wordsOf(shown)}${wanted ? ` / ${wordsOf(wanted.shown)}` : ''}`).join('; ');

/** The rows of a chart's table: what is drawn, in numbers. */
export const chartRows = ({ bars }: Chart): readonly (readonly Line[])[] =>
  bars.map(({ label, shown, wanted }) => [label, shown, ...(wanted ? [wanted.shown] : [])]);

/** The greatest value drawn; never 0. */
export const longestOf = ({ bars }: Chart): number => Math.max(1, ...bars.flatMap(({ value, wanted }) => [value, wanted?.value ?? 0]));

/** Bars of what was realised, each over a paler one of what was wanted, with the numbers beside them. The same drawing stands in the page and in the PDF. */
export function chartSvg(chart: Chart, id: string): string {
  const { width, height } = chartSize(chart);
  const longest = longestOf(chart);
  const lengthOf = (value: number): number => Math.round((Math.max(0, value) / longest) * (WIDTH - NUMBERS));
  const drawn: string[] = [];
  let y = GROUP;
  for (const bar of chart.bars) {
    const { label, value, shown, wanted } = bar;
    const top = y + LABEL;
    drawn.push(textAt(0, y + LABEL - 5, shortened(wordsOf(label))));
    drawn.push(`<rect x="0" y="${top}" width="${lengthOf(value)}" height="${BAR - 2}" fill="${REALISED}"/>`);
    drawn.push(textAt(lengthOf(value) + 6, top + BAR - 3, wordsOf(shown)));
    if (wanted) {
      drawn.push(`<rect x="0" y="${top + BAR}" width="${lengthOf(wanted.value)}" height="${BAR - 2}" fill="${WANTED}"/>`);
      drawn.push(textAt(lengthOf(wanted.value) + 6, top + BAR + BAR - 3, wordsOf(wanted.shown)));
    }
    y += heightOf(bar);
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escaped(wordsOf(chart.title))}</title><desc id="${id}-desc">${escaped(chartWords(chart))}</desc>${drawn.join('')}</svg>`
  );
}
