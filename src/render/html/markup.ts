/**
 * HTML made of literal templates and escaped values: there is no other way to put a text into a page.
 *
 * Every value that is no markup itself is made visible and escaped, so that a text can neither open a tag, close an
 * attribute nor move a cursor. Attribute values stand in double quotes.
 */
import { formatVisible } from '../visible-text.js';

declare const markupBrand: unique symbol;
/** A piece of HTML that is safe where elements or texts may stand. */
export interface Markup {
  readonly html: string;
  readonly [markupBrand]: true;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return formatVisible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

export type MarkupValue = string | number | Markup | readonly Markup[];

function write(value: MarkupValue): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(({ html }) => html).join('');
}

/** A template whose values are escaped unless they are markup; lists are joined. */
export function markup(literals: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const html = literals.reduce((sum, literal, at) => `${sum}${write(values[at - 1] ?? '')}${literal}`);
  return { html } as Markup;
}

/** Nothing at all. */
export const nothing = markup``;
