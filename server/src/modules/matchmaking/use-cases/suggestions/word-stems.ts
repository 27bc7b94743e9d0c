import { Inject, Injectable } from '@nestjs/common';
import type { Stems } from '@hillo/domain/matchmaking';
import { SeekerRepository } from '../../data/seeker-repository.js';

/** More words than an evening of a thousand people has; then what is remembered is begun anew. */
const MOST_REMEMBERED = 20_000;

/** Stems of words by the database's Finnish, Swedish and English dictionaries, asked once for each word: they do not change. */
@Injectable()
export class WordStems {
  private readonly known = new Map<string, readonly string[] | null>();

  constructor(@Inject(SeekerRepository) private readonly seekers: SeekerRepository) {}

  /** Without the words that are stop words in any of the three languages. */
  async of(words: readonly string[]): Promise<Stems> {
    if (this.known.size > MOST_REMEMBERED) this.known.clear();
    const unknown = words.filter((word) => !this.known.has(word));
    const found = new Map<string, readonly string[] | null>();
    if (unknown.length > 0)
      for (const { word, fi, sv, en } of await this.seekers.stems(unknown)) {
        const all = [fi, sv, en];
        const stems = all.some((one) => one?.length === 0) ? null : all.flatMap((one) => one ?? []);
        found.set(word, stems);
        this.known.set(word, stems);
      }
    return new Map(
      words.flatMap((word) => {
        const stems = found.get(word) ?? this.known.get(word);
        return stems ? [[word, stems] as const] : [];
      }),
    );
  }
}
