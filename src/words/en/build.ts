import type { BuildData } from '../../base/codes/build.ts';
import type { DiagnosticWords } from '../types.ts';

export const buildWords: DiagnosticWords<BuildData> = {
  'build/article-unreadable': {
    message: (d) => {
      switch (d.reason) {
        case 'missing':
          return 'This article file is no longer there.';
        case 'outside':
          return 'This article file lies outside the workspace (perhaps through a link).';
        case 'bad-name':
          return 'The name of this article file is not valid on every computer (Windows keeps names such as aux.md and characters such as `:` or `\\` for itself).';
        case 'not-a-file':
          return 'This is a folder or a device, not a file, although it is named like an article.';
        case 'empty':
          return 'This article file is empty.';
        case 'too-large':
          return `This article file is larger than ${d.limitKib} KiB.`;
        case 'unreadable':
          return 'This article file or folder cannot be read.';
      }
    },
    hint: (d) => {
      switch (d.reason) {
        case 'bad-name':
          return 'Rename the file and its folders with letters, digits and hyphens, for example berita-desa.md.';
        case 'not-a-file':
          return 'Rename the folder so that its name does not end in .md.';
        case 'empty':
          return 'Fill the file, or delete it.';
        case 'too-large':
          return 'Divide it into several articles.';
        case 'unreadable':
          return 'Check the permission to read it, and close other programs that are using it.';
        case 'missing':
        case 'outside':
          return 'Keep article files inside the folder articles.';
      }
    },
  },
  'build/bad-epoch': {
    message: (d) => `SOURCE_DATE_EPOCH is not a number of seconds: "${d.value}".`,
    hint: () => 'Give a whole number such as 1614556800, or unset it.',
  },
  'build/foreign-file': {
    message: (d) => `The file "${d.file}" was not made by Buletin, so it is not replaced.`,
    hint: () => 'Move or rename that file, then run again.',
  },
  'build/no-articles': {
    message: (d) => `No article matches ${d.patterns}.`,
    hint: () => 'Save .md files in the folder articles, or run: buletin new "Title of the story"',
  },
  'build/not-removed': {
    message: (d) => `The file "${d.file}" has changed since it was made, so it is not removed.`,
    hint: () => 'Delete it yourself if nobody needs it.',
  },
  'build/paper-not-offered': {
    message: (d) => `The layout "${d.layout}" is not made for ${d.paper} paper.`,
    hint: (d) => `Choose one of: ${d.papers}.`,
  },
  'build/record-unreadable': {
    message: (d) => `The record "${d.file}" is damaged, so it is not known which files Buletin made.`,
    hint: () => 'Move what is in the output folder elsewhere, delete the record, then run again.',
  },
  'build/same-output': {
    message: (d) => `This article and "${d.other}" make the same file: "${d.output}". Neither was made.`,
    hint: () => 'Give one of them a `slug:` line of its own.',
  },
  'build/stale-file': {
    message: (d) =>
      d.source === undefined
        ? `"${d.file}" was made with --merge earlier, but not in this run.`
        : `"${d.file}" was made from "${d.source}" earlier, but no article makes it now.`,
    hint: () => 'Run with --clean to remove it.',
  },
  'build/write-failed': {
    message: (d) => {
      switch (d.reason) {
        case 'busy':
          return `The file "${d.file}" is open in another program.`;
        case 'denied':
          return `There is no permission to write "${d.file}".`;
        case 'no-space':
          return `There is no space left for "${d.file}".`;
        case 'failed':
          return `The file "${d.file}" could not be written (${d.detail}).`;
      }
    },
    hint: (d) =>
      d.reason === 'busy'
        ? 'Close the PDF in its viewer, then run again.'
        : d.reason === 'no-space'
          ? 'Make some space, then run again.'
          : 'Check the permissions of the output folder, or choose another one with --output.',
  },
};
