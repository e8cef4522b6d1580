import { describe, expect, it } from 'vitest';
import { fillSentences, fillStep, fillTemplate, fillTitle, listPlaceholders } from './fill-template.js';

describe('templates', () => {
  it('puts arguments in, each wherever it is named', () => {
    expect(fillTemplate('{a} and {b} and {a}', { a: 'x', b: ['y', 'z'] })).toBe('x and y and z and x');
  });

  it('never fills what an argument brings along', () => {
    expect(fillTemplate('{a}', { a: '{b}', b: 'no' })).toBe('{b}');
  });

  it('throws on a placeholder that no argument goes by, in a title and in an explanation', () => {
    expect(() => fillTitle('{a} is down', {})).toThrow(/no argument for \{a\}/);
    expect(() => fillSentences('All is well. Yet {a}.', {})).toThrow(/no argument for \{a\}/);
  });

  it('takes no inherited property for an argument', () => {
    expect(() => fillTitle('{constructor}', {})).toThrow(/no argument/);
  });

  it('says in a title that something is not told', () => {
    expect(fillTitle('{a} is down', { a: null })).toBe('(not told) is down');
  });

  it('leaves out the sentences whose argument is absent, and only these', () => {
    const template = 'First {a}. Then {b} follows. At the end 5.1.1 stands.';
    expect(fillSentences(template, { a: 'x', b: null })).toBe('First x. At the end 5.1.1 stands.');
  });

  it('leaves out a step whose argument is absent or was never given', () => {
    expect(fillStep('Ask {a}.', { a: null })).toBeNull();
    expect(fillStep('Ask {a}.', {})).toBeNull();
    expect(fillStep('Ask {a}.', { a: 'them' })).toBe('Ask them.');
  });

  it('lists each placeholder once', () => {
    expect(listPlaceholders('{b} {a} {b} { c } {}')).toEqual(['b', 'a']);
  });
});
