/** Where in HTML a spot of a template is (HTML Standard, 13.2.5, as far as it matters for mustaches). */
type HtmlMode =
  | 'text'
  /** In a tag's name, or between its attributes, or in an attribute's name. */
  | 'tag'
  /** Behind `=`, before the value. */
  | 'before-value'
  | 'double'
  | 'single'
  | 'unquoted'
  | 'comment'
  /** `<!…>` and `<?…>`. */
  | 'declaration'
  /** Inside `<title>` or `<textarea>`: text without tags. */
  | 'plain'
  /** Inside `<style>` or `<script>`: nothing is escaped there. */
  | 'raw';

export interface HtmlState {
  readonly mode: HtmlMode;
  /** Lower case: the tag that is open (`tag` to `unquoted`), or the element whose end ends `plain` and `raw`. */
  readonly tag: string;
}

export const HTML_START: HtmlState = { mode: 'text', tag: '' };

export interface ScanResult {
  readonly state: HtmlState;
  /** Offsets just behind the name of each start tag that is whole in this text. */
  readonly names: readonly { readonly end: number; readonly start: number }[];
}

const nameAt = /[A-Za-z][^\s/>]*/y;

/** Goes over a piece of HTML that begins in `state`. */
export function scanHtml(text: string, start: HtmlState): ScanResult {
  const names: { start: number; end: number }[] = [];
  let { mode, tag } = start;
  let at = 0;
  const to = (end: number, next: HtmlMode): void => {
    at = end;
    mode = next;
  };
  while (at < text.length) {
    switch (mode) {
      case 'text': {
        const open = text.indexOf('<', at);
        if (open === -1) return { state: { mode, tag: '' }, names };
        if (text.startsWith('<!--', open)) to(open + 4, 'comment');
        else if (text[open + 1] === '!' || text[open + 1] === '?') to(open + 2, 'declaration');
        else {
          const closing = text[open + 1] === '/';
          nameAt.lastIndex = open + (closing ? 2 : 1);
          const name = nameAt.exec(text)?.[0];
          if (name === undefined && open + (closing ? 2 : 1) < text.length) at = open + 1;
          else {
            const end = nameAt.lastIndex === 0 ? text.length : nameAt.lastIndex;
            // A name that the text cuts off goes on in the next piece: `<h{{level}}>` is refused there.
            if (!closing && name !== undefined && end < text.length) names.push({ start: open, end });
            tag = closing ? `/${name ?? ''}` : (name ?? '').toLowerCase();
            to(end, 'tag');
          }
        }
        break;
      }
      case 'tag': {
        const match = /[>="']/g;
        match.lastIndex = at;
        const found = match.exec(text);
        if (found === null) return { state: { mode, tag }, names };
        if (found[0] === '=') to(found.index + 1, 'before-value');
        else if (found[0] === '>') {
          const inside = modeInside(tag);
          to(found.index + 1, inside);
          if (inside === 'text') tag = '';
        } else at = found.index + 1;
        break;
      }
      case 'before-value': {
        const character = text[at] ?? '';
        if (/\s/.test(character)) at += 1;
        else if (character === '"') to(at + 1, 'double');
        else if (character === "'") to(at + 1, 'single');
        else if (character === '>') to(at, 'tag');
        else to(at, 'unquoted');
        break;
      }
      case 'double':
      case 'single': {
        const close = text.indexOf(mode === 'double' ? '"' : "'", at);
        if (close === -1) return { state: { mode, tag }, names };
        to(close + 1, 'tag');
        break;
      }
      case 'unquoted': {
        const character = text[at] ?? '';
        if (character === '>' || /\s/.test(character)) to(at, 'tag');
        else at += 1;
        break;
      }
      case 'comment': {
        const close = text.indexOf('-->', at);
        if (close === -1) return { state: { mode, tag: '' }, names };
        to(close + 3, 'text');
        break;
      }
      case 'declaration': {
        const close = text.indexOf('>', at);
        if (close === -1) return { state: { mode, tag: '' }, names };
        to(close + 1, 'text');
        break;
      }
      case 'plain':
      case 'raw': {
        const close = text.toLowerCase().indexOf(`</${tag}`, at);
        if (close === -1) return { state: { mode, tag }, names };
        to(close + 2 + tag.length, 'tag');
        tag = `/${tag}`;
        break;
      }
    }
  }
  return { state: { mode, tag }, names };
}

function modeInside(tag: string): HtmlMode {
  if (tag === 'style' || tag === 'script') return 'raw';
  return tag === 'title' || tag === 'textarea' ? 'plain' : 'text';
}

export function sameState(a: HtmlState, b: HtmlState): boolean {
  return a.mode === b.mode && a.tag === b.tag;
}
