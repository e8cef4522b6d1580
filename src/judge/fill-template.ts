/**
 * Sentences from templates: `{domain} has no MX record`.
 *
 * A placeholder that no argument goes by is a defect of the rule and throws, so that its test finds it. An argument
 * that is null, or empty, is an honest absence: the sentence or step that needs it is left out.
 */
import type { Argument, Arguments } from '../model/rule.js';
import { formatArgument } from './format-argument.js';

const placeholder = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** The names in braces, each once, in the order of the template. */
export function listPlaceholders(template: string): readonly string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/** The template with its arguments put in, null where one of them is absent. @throws Error on a placeholder without an argument */
export function fillTemplate(template: string, values: Arguments): string | null {
  const absent = listPlaceholders(template).some((name) => formatArgument(name, readArgument(template, values, name)) === null);
  return absent ? null : replacePlaceholders(template, values, '');
}

/** As `fillTemplate`, with a word in place of what is absent: for a title, which must stand. */
export function fillTitle(template: string, values: Arguments): string {
  return replacePlaceholders(template, values, '(not told)');
}

/** The sentences of an explanation whose arguments are all there, joined by a space. */
export function fillSentences(template: string, values: Arguments): string {
  const sentences = template.split(/(?<=[.!?])\s+(?=[A-Z{"“<`(])/);
  return sentences.flatMap((sentence) => fillTemplate(sentence, values) ?? []).join(' ');
}

/** A step of a remedy; null where an argument is absent or was never given. */
export function fillStep(template: string, values: Arguments): string | null {
  const missing = listPlaceholders(template).some((name) => !Object.hasOwn(values, name));
  return missing ? null : fillTemplate(template, values);
}

function replacePlaceholders(template: string, values: Arguments, absent: string): string {
  return template.replace(placeholder, (_, name: string) => formatArgument(name, readArgument(template, values, name)) ?? absent);
}

function readArgument(template: string, values: Arguments, name: string): Argument {
  if (!Object.hasOwn(values, name)) throw new Error(`no argument for {${name}} in ${JSON.stringify(template)}`);
  return values[name] ?? null;
}
