/**
 * The most frequent names of any number, in bounded memory.
 *
 * Where there are too many different ones, those met least are forgotten: what is left is counted at least as often as
 * said, and a name that is frequent stays.
 */
import type { NamedCount } from '../model/explained-summary.js';

const mostNames = 1000;

export class FrequentNames {
  private readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (this.counts.size > mostNames) this.forget();
  }

  /** The most frequent first, equals by name. */
  list(most: number): readonly NamedCount[] {
    return [...this.counts]
      .map(([name, recipients]) => ({ name, recipients }))
      .sort((a, b) => b.recipients - a.recipients || (a.name < b.name ? -1 : 1))
      .slice(0, most);
  }

  private forget(): void {
    for (const { name } of this.list(mostNames + 1).slice(mostNames / 2)) this.counts.delete(name);
  }
}
