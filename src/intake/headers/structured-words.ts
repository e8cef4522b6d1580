/**
 * A structured field value → words and comments, as RFC 5322 section 3.2 cuts it up, whatever its faults.
 *
 * Comments nest and may hold quoted pairs; one that never ends takes the rest. Linear in the length of the text.
 */

export interface StructuredWord {
  readonly kind: 'word' | 'comment';
  /** Without quotes and outer parentheses. */
  readonly text: string;
}

/** The words in order. `breaks` are characters that stand for themselves (";"). */
export function splitStructured(text: string, breaks = ''): readonly StructuredWord[] {
  const words: StructuredWord[] = [];
  let at = 0;
  let word = '';
  const end = () => {
    if (word !== '') words.push({ kind: 'word', text: word });
    word = '';
  };
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '(') {
      end();
      const close = commentEnd(text, at);
      words.push({ kind: 'comment', text: text.slice(at + 1, close).trim() });
      at = close;
    } else if (character === '"') {
      const close = quoteEnd(text, at);
      word += text.slice(at + 1, close).replace(/\\(.)/g, '$1');
      at = close;
    } else if (/\s/.test(character)) end();
    else if (breaks.includes(character)) {
      end();
      words.push({ kind: 'word', text: character });
    } else word += character;
    at += 1;
  }
  end();
  return words;
}

/** Where the parenthesis closes, else the end. */
function commentEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function quoteEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
