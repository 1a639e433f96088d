import type { ArticleData } from '../../base/codes/article.ts';
import { pageWords } from '../pages.ts';
import type { DiagnosticWords } from '../types.ts';
import { addressFaults, codePointName, pathFaults, pathHints } from './config.ts';

const monthName = (month: number): string => pageWords('en').months[month - 1] ?? String(month);
const between = 'between the two `---` lines at the top of the file';
const nameRule = 'Use small letters a–z, digits and hyphens';

export const articleWords: DiagnosticWords<ArticleData> = {
  'article/no-front-matter': {
    message: () => 'This article does not begin with its facts (title, date, source).',
    hint: () =>
      'Write `---` in the first line, then `title: "…"`, `date: …` and `source: …`, each on a line, then `---` again, before the text.',
  },
  'article/front-matter-not-closed': {
    message: () => 'The facts that begin with `---` here are not closed.',
    hint: () => 'Add a line `---` after the last key, before the text of the article.',
  },
  'article/front-matter-too-large': {
    message: (d) => `The facts at the top of this article have ${d.kibibytes} KiB; the limit is ${d.limit} KiB.`,
    hint: () => 'Move the text of the article below the second `---` line.',
  },
  'article/missing-title': {
    message: () => 'This article has no title.',
    hint: () => `Add a line \`title: "…"\` ${between}.`,
  },
  'article/missing-date': {
    message: () => 'This article has no date.',
    hint: () => `Add a line such as \`date: 2021-03-01\` ${between}.`,
  },
  'article/missing-source': {
    message: () => 'This article has no address of the original story, so there can be no QR code.',
    hint: () => `Add a line \`source: https://…\` ${between}, or \`qr: false\` if there shall be no QR code.`,
  },
  'article/missing-image-alt': {
    message: () => 'This picture has no description for readers who cannot see it.',
    hint: () => 'Add a line `imageAlt: "…"` that tells what the picture shows.',
  },
  'article/missing-ai': {
    message: () => 'This article does not say whether AI was used, and the configuration demands it.',
    hint: () => `Add \`ai: none\`, \`ai: assisted\` or \`ai: extractive\` ${between}.`,
  },
  'article/image-facts-without-image': {
    message: (d) => `"${d.key}" is given, but this article has no picture.`,
    hint: () => 'Add a line `image: …` or remove this line.',
  },
  'article/bad-date': {
    message: (d) => `"${d.value}" for "${d.key}" is no date that is known.`,
    hint: () => 'Write the date as `2021-03-01`, `1 Maret 2021` or `Senin, 1 Maret 2021` (English names too).',
  },
  'article/no-such-month': {
    message: (d) => `There is no month ${d.month}, as "${d.key}" says.`,
    hint: () => 'Write year, month (01–12) and day, such as `2021-03-01`.',
  },
  'article/no-such-day': {
    message: (d) => `There is no ${d.day} ${monthName(d.month)} ${d.year}, as "${d.key}" says.`,
    hint: (d) => `${monthName(d.month)} ${d.year} has ${d.days} days; correct the date.`,
  },
  'article/wrong-weekday': {
    message: (d) => `The weekday of "${d.key}" does not match: that day is a ${d.right}, not a ${d.given}.`,
    hint: (d) => `Write ${d.key}: ${d.corrected} — or correct the date.`,
  },
  'article/date-out-of-range': {
    message: (d) => `The year of "${d.key}" must lie between ${d.first} and ${d.last}.`,
    hint: () => 'See whether the year is mistyped.',
  },
  'article/date-before-publication': {
    message: (d) => `The date of "${d.key}" is earlier than the date of the article.`,
    hint: () => 'Correct one of the two dates.',
  },
  'article/bad-address': {
    message: (d) => `The address "${d.address}" for "${d.key}" ${addressFaults[d.fault]}.`,
    hint: () => 'Copy the whole address from the browser; it must begin with `https://` or `http://`.',
  },
  'article/bad-path': {
    message: (d) => `The path "${d.path}" of the picture ${pathFaults[d.fault]}.`,
    hint: (d) => pathHints[d.fault],
  },
  'article/bad-slug': {
    message: (d) => `"${d.value}" cannot be the name of a file.`,
    hint: (d) => (d.proposal === '' ? `${nameRule}.` : `${nameRule}, such as \`slug: ${d.proposal}\`.`),
  },
  'article/bad-layout-name': {
    message: (d) => `"${d.value}" is not the name of a layout.`,
    hint: (d) => (d.proposal === '' ? `${nameRule}.` : `${nameRule}, such as \`layout: ${d.proposal}\`.`),
  },
  'article/empty-body': {
    message: () => 'This article has no text.',
    hint: () => 'Write the story below the second `---` line.',
  },
  'article/too-many-words': {
    message: (d) => `The text of this article has ${d.words} words; the limit is ${d.limit}.`,
    hint: () => 'Split it into several articles.',
  },
  'article/too-deep': {
    message: (d) => `Quotes or lists stand more than ${d.limit} levels inside each other here.`,
    hint: () => 'Use fewer levels; if `>` or `-` is only decoration here, remove it.',
  },
  'article/too-complex': {
    message: () => 'This part has too many Markdown signs (`*`, `_`, `~`, `[`, `=`) to be read.',
    hint: () => 'Remove signs that are not needed, or part the text with empty lines.',
  },
  'article/too-many-columns': {
    message: (d) => `This table has ${d.columns} columns; the limit is ${d.limit}.`,
    hint: () => 'Use fewer columns or two tables.',
  },
  'article/uneven-table': {
    message: (d) => `This row has ${d.cells} cells, but the head of the table has ${d.columns} columns.`,
    hint: () => 'Give each row the same number of cells; a `|` inside the text is written `\\|`.',
  },
  'article/heading-one': {
    message: () => 'A single `#` is for the title of the article, which stands at the top already.',
    hint: () => 'Use `##` for subheadings.',
  },
  'article/heading-skipped': {
    message: (d) => `This subheading skips from level ${d.from} to level ${d.to}.`,
    hint: (d) => `Use ${'#'.repeat(d.from + 1)} for the next level.`,
  },
  'article/empty-heading': {
    message: () => 'This subheading is empty and is not printed.',
    hint: () => 'Write its text or remove the line.',
  },
  'article/empty-alt': {
    message: (d) => `The picture "${d.path}" has no description for readers who cannot see it.`,
    hint: (d) => `Write what the picture shows: \`![Description](${d.path})\`.`,
  },
  'article/bad-link': {
    message: (d) => `The link "${d.address}" ${linkFaults[d.fault]}.`,
    hint: (d) =>
      d.proposal === undefined
        ? 'A link must begin with `https://`, `http://`, `mailto:` or `tel:`.'
        : `Write ${d.proposal}`,
  },
  'article/raw-html': {
    message: (d) => `The HTML code \`${d.html}\` is printed as it stands, as text.`,
    hint: () => 'Remove the HTML code and use Markdown.',
  },
  'article/forbidden-character': {
    message: (d) => `Here is a code for the character ${codePointName(d.codePoint)}, which no text may have.`,
    hint: () => 'Remove codes such as `&#…;` from the text.',
  },
};

const linkFaults = {
  ...addressFaults,
  scheme: 'does not lead to an internet address, an e-mail address or a telephone number',
};
