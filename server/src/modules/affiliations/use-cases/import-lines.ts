import { Inject, Injectable } from '@nestjs/common';
import {
  affiliationKey,
  isHeading,
  LISTED_SECTORS,
  type LineFault,
  type ListedAffiliation,
  readLine,
  type SectorWords,
} from '@hillo/domain/affiliations';
import { foldText, isBlank, LOCALES, ok } from '@hillo/domain/shared';
import { Clock, newId } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { AffiliationRepository } from '../data/affiliation-repository.js';

export interface Imported {
  readonly listed: number;
  readonly faults: readonly { readonly line: number; readonly code: LineFault }[];
}

/** Pasted lines: good ones are listed at once, the others wait with what is wrong with them. */
@Injectable()
export class ImportLines {
  private readonly sectors: SectorWords;
  private readonly headings: ReadonlySet<string>;

  constructor(
    @Inject(AffiliationRepository) private readonly affiliations: AffiliationRepository,
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Texts) private readonly texts: Texts,
  ) {
    // A list may come from anywhere: every language's words are read, whoever pastes.
    const said = (key: string) => LOCALES.map((locale) => texts.text(locale, key));
    this.sectors = new Map(
      LISTED_SECTORS.flatMap((sector) =>
        [sector, ...said(`sectors.names.${sector}`), ...this.otherWords(sector)].map(
          (word) => [foldText(word), sector] as const,
        ),
      ),
    );
    this.headings = new Set(said('affiliations.sector').map(foldText));
  }

  run(organisationId: string, lines: readonly string[], operation: Operation) {
    const { good, faults } = this.read(lines);
    // What is answered follows from the lines alone, so a repeat answers the same.
    const answer: Imported = { listed: new Set(good.map(affiliationKey)).size, faults };
    return this.operations.once<Imported, never>(
      operation,
      async (db) => {
        await this.affiliations.put(db, organisationId, good, this.clock.now());
        return ok({ id: newId() });
      },
      async () => ok(answer),
    );
  }

  private read(lines: readonly string[]) {
    const good: ListedAffiliation[] = [];
    const faults: { line: number; code: LineFault }[] = [];
    for (const [index, line] of lines.entries()) {
      if (isBlank(line) || isHeading(line, this.headings)) continue;
      const read = readLine(line, this.sectors);
      if (read.ok) good.push(read.value);
      else faults.push({ line: index, code: read.code });
    }
    return { good, faults };
  }

  /** Other words for a sector, written in the texts with commas between. */
  private otherWords(sector: string): readonly string[] {
    return LOCALES.flatMap((locale) =>
      this.texts.text(locale, `affiliations.otherWords.${sector}`).split(','),
    );
  }
}
