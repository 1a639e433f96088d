import type { AddressFault, ConfigData, HandleFault, NodeKind, PathFault } from '../../base/codes/config.ts';
import type { DiagnosticWords } from '../types.ts';

/** "U+0000". */
export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

const kinds: Readonly<Record<NodeKind, string>> = {
  text: 'plain text',
  list: 'a list',
  mapping: 'a group of keys',
};

export const addressFaults: Readonly<Record<AddressFault, string>> = {
  scheme: 'does not begin with `https://` or `http://`',
  form: 'is not a whole address',
  credentials: 'has a user name or a password in it',
  characters: 'has a space or another character that no address may have',
  'too-long': 'is too long',
};

export const pathFaults: Readonly<Record<PathFault, string>> = {
  backslash: 'has a backslash `\\` in it',
  address: 'is an address on the internet, not a file',
  absolute: 'begins at the root of the disk or at a home folder',
  name: 'has a name in it that is not valid on every computer',
  outside: 'leaves the workspace',
  'too-long': 'is too long',
};

export const pathHints: Readonly<Record<PathFault, string>> = {
  backslash: 'Replace each `\\` by `/`.',
  address: 'Download the picture, save it in the workspace, and write the name of the file here.',
  absolute: 'Write the path from the folder of this file, such as `photo.jpg` or `pictures/photo.jpg`.',
  name: 'Avoid `:`, names like CON or AUX, and a dot or space at the end of a name; rename the file.',
  outside: 'Move the file into the workspace.',
  'too-long': 'Use shorter names for file and folders.',
};

const handleFaults: Readonly<Record<HandleFault, string>> = {
  escape: 'has a backslash `\\` in it, which is not needed here',
  space: 'has a space in it, which account names there cannot have',
  characters: 'has a character in it that account names there cannot have',
  length: 'is too short or too long for an account name there',
  number: 'is not a telephone number',
  host: 'is an address of another site',
  address: 'is an address without a known account name',
};

const useLine = (corrected: string | undefined): string =>
  corrected === undefined ? 'Put the value between double quotes.' : `Write: ${corrected}`;

export const configWords: DiagnosticWords<ConfigData> = {
  'file/too-large': {
    message: (d) =>
      d.kibibytes === undefined
        ? `This file is larger than the limit, ${d.limit} KiB.`
        : `This file has ${d.kibibytes} KiB; the limit is ${d.limit} KiB.`,
    hint: () => 'See whether this is the right file; if it is, split it.',
  },
  'file/utf-16': {
    message: () => 'This file is saved as UTF-16 ("Unicode"), but only UTF-8 is read.',
    hint: () => 'In Notepad: File > Save As, choose the encoding "UTF-8", and save.',
  },
  'file/invalid-utf-8': {
    message: () => 'This file is not UTF-8: at this place stand bytes that cannot be read as a letter.',
    hint: () => 'In Notepad: File > Save As, choose the encoding "UTF-8", save, and look at the letters of this line.',
  },
  'file/forbidden-character': {
    message: (d) =>
      `At this place stands the invisible character ${codePointName(d.codePoint)}, which no text may have${
        d.count > 1 ? ` (${d.count} such characters in all)` : ''
      }.`,
    hint: () => 'Remove it: delete the words around it and type them again.',
  },
  'yaml/comment-after-value': {
    message: (d) =>
      d.kept === ''
        ? 'This value would be lost, because `#` begins a comment.'
        : `This value would be cut to "${d.kept}", because \` #\` begins a comment.`,
    hint: (d) => `Write: ${d.corrected} — or, if it is a note, move it to a line of its own.`,
  },
  'yaml/colon-in-value': {
    message: () => 'This value has a colon in it that would be read as a new key.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/text-after-quote': {
    message: () => 'There is text after the closing quote.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/quote-not-closed': {
    message: () => 'The quote that opens here is not closed.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/bad-escape': {
    message: (d) => `Between double quotes, \`${d.escape}\` means nothing.`,
    hint: (d) => useLine(d.corrected),
  },
  'yaml/special-start': {
    message: (d) => `A value without quotes cannot begin with \`${d.character}\`, which has a meaning of its own.`,
    hint: (d) => useLine(d.corrected),
  },
  'yaml/alias': {
    message: () => 'A value that begins with `*` or `&` is read as a reference (alias), and those are not used here.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/tag': {
    message: () => 'A value that begins with `!` is read as a tag, and those are not used here.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/bracket': {
    message: (d) =>
      `A value that begins with \`${d.character}\` is read as a list, but the list is not closed properly.`,
    hint: (d) => `If it is plain text, write: ${d.corrected}`,
  },
  'yaml/tab': {
    message: () => 'This line is indented with a tab, but YAML takes only spaces.',
    hint: () => 'Replace each tab at the start of a line by two spaces.',
  },
  'yaml/no-space-after-colon': {
    message: () => 'A space is missing after the colon.',
    hint: (d) => useLine(d.corrected),
  },
  'yaml/indented-too-far': {
    message: (d) => `The key "${d.key}" is indented too far, so that it is read as a part of the line above.`,
    hint: () => 'Remove the spaces at the start of this line, so that it begins where the key above begins.',
  },
  'yaml/not-a-key': {
    message: () => 'This line is not a pair `key: value`.',
    hint: () =>
      'Write `key: "value"`; if the line goes on with the value above, begin it with two spaces; if it is a note, begin it with `#`.',
  },
  'yaml/duplicate-key': {
    message: (d) => `The key "${d.key}" was already given in line ${d.firstLine}.`,
    hint: () => 'Remove one of them.',
  },
  'yaml/same-key-twice': {
    message: (d) => `"${d.key}" and "${d.other}" (line ${d.firstLine}) are the same key.`,
    hint: () => 'Use only one of them and remove the other.',
  },
  'yaml/unknown-key': {
    message: (d) => `The key "${d.key}" is not known, so its value is not used.`,
    hint: (d) => (d.nearest === undefined ? 'Remove this line or check its spelling.' : `Did you mean "${d.nearest}"?`),
  },
  'yaml/too-deep': {
    message: (d) => `Keys and lists stand more than ${d.limit} levels inside each other here.`,
    hint: () => 'Make the structure simpler; if this is plain text, put it between double quotes.',
  },
  'yaml/not-readable': {
    message: () => 'The YAML here cannot be read.',
    hint: () => 'Check the indentation, quotes, commas and brackets around this place.',
  },
  'yaml/wrong-kind': {
    message: (d) =>
      `The value of "${d.key}" should be ${d.expected.map((kind) => kinds[kind]).join(' or ')}, but here it is ${kinds[d.found]}.`,
    hint: (d) =>
      d.expected.includes('text')
        ? `Put the value between quotes: ${d.key}: "…"`
        : `Write what belongs to it in the lines below "${d.key}:", each beginning with two spaces.`,
  },
  'yaml/not-a-choice': {
    message: (d) => `The value "${d.value}" is not known for "${d.key}".`,
    hint: (d) =>
      `${d.nearest === undefined ? '' : `Did you mean "${d.nearest}"? `}You can choose: ${d.choices.join(', ')}.`,
  },
  'yaml/too-long': {
    message: (d) => `The value of "${d.key}" has ${d.length} characters; the limit is ${d.limit}.`,
    hint: () => 'Make it shorter.',
  },
  'yaml/too-many': {
    message: (d) => `"${d.key}" has ${d.count} items; the limit is ${d.limit}.`,
    hint: () => 'Make it shorter.',
  },
  'yaml/forbidden-character': {
    message: (d) =>
      `The value of "${d.key}" has the invisible character ${codePointName(d.codePoint)} in it, which may not stand here.`,
    hint: () => 'Remove the value and type it again (do not paste it).',
  },
  'config/wrong-file-name': {
    message: (d) => `A configuration file called "${d.found}" is not read.`,
    hint: () => 'Rename it to "buletin.yaml"; if there is a "buletin.yaml" already, remove this one.',
  },
  'config/unreadable': {
    message: (d) =>
      d.reason === 'not-a-file'
        ? '"buletin.yaml" is not a regular file.'
        : d.reason === 'outside'
          ? '"buletin.yaml" leads out of the workspace.'
          : '"buletin.yaml" cannot be opened.',
    hint: () => 'Make sure that "buletin.yaml" is a text file in the workspace and may be read.',
  },
  'config/bad-color': {
    message: (d) => `"${d.value}" is not a colour for "${d.key}".`,
    hint: (d) => `Write the colour as six hexadecimal digits between quotes, such as ${d.key}: "#0f4c5c"`,
  },
  'config/low-contrast': {
    message: (d) =>
      `The colour "${d.key}" has too little contrast on white paper: ${number(d.ratio)} : 1, where text needs ${number(d.wanted)} : 1.`,
    hint: () => 'Choose a darker colour, so that text can be read, also when it is printed in grey.',
  },
  'config/bad-address': {
    message: (d) => `The address "${d.address}" for "${d.key}" ${addressFaults[d.fault]}.`,
    hint: () => 'Write the whole address with `https://` in front, as in a browser.',
  },
  'config/bad-path': {
    message: (d) => `The path "${d.path}" for "${d.key}" ${pathFaults[d.fault]}.`,
    hint: (d) => pathHints[d.fault],
  },
  'config/bad-email': {
    message: (d) => `"${d.value}" is not an e-mail address.`,
    hint: () => 'Write an e-mail address such as name@example.go.id.',
  },
  'config/bad-name': {
    message: (d) => `The name "${d.value}" for "${d.key}" cannot be the name of a file.`,
    hint: (d) =>
      d.proposal === ''
        ? 'Use small letters a–z, digits and hyphens.'
        : `Use small letters a–z, digits and hyphens, such as "${d.proposal}".`,
  },
  'config/bad-pattern': {
    message: (d) =>
      d.fault === 'backslash'
        ? `The pattern "${d.pattern}" has a backslash \`\\\` in it.`
        : `The pattern "${d.pattern}" leaves the workspace.`,
    hint: () => 'Write the pattern from the workspace on, with `/`, such as "articles/**/*.md".',
  },
  'config/bad-handle': {
    message: (d) => `The ${d.network} account "${d.value}" ${handleFaults[d.fault]}.`,
    hint: (d) =>
      d.proposal === undefined
        ? 'Write only the name of the account, or `name` (what is printed) with `handle` (the account) or `address` (the whole address).'
        : `Write "${d.proposal}".`,
  },
};

const number = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');
