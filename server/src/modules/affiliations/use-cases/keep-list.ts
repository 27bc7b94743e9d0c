import { Inject, Injectable } from '@nestjs/common';
import { AFFILIATION_PAGE, type affiliationsApi } from '@hillo/contracts/affiliations';
import type { Parsed } from '@hillo/contracts/endpoint';
import type { ListedAffiliation } from '@hillo/domain/affiliations';
import { fail, foldedWords, ok } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { AffiliationRepository, type Listed } from '../data/affiliation-repository.js';

type Routes = typeof affiliationsApi;
type Query = Parsed<Routes['GET /api/organisations/:organisation/affiliations']>['query'];
type Changes = Parsed<Routes['PATCH /api/organisations/:organisation/affiliations/:affiliation']>['body'];

/** Words of a search that count. */
const MOST_WORDS = 8;

/** The organiser's list of affiliations: looked at, added to, corrected, retired. */
@Injectable()
export class KeepList {
  constructor(
    @Inject(AffiliationRepository) private readonly affiliations: AffiliationRepository,
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(organisationId: string, { search, retired, after }: Query) {
    const words = foldedWords(search).slice(0, MOST_WORDS);
    const asked = { words, isRetired: retired === 'yes', after };
    const [rows, counts] = await Promise.all([
      this.affiliations.page(organisationId, asked, AFFILIATION_PAGE + 1),
      this.affiliations.counts(organisationId),
    ]);
    const page = rows.slice(0, AFFILIATION_PAGE);
    return {
      affiliations: page,
      next: rows.length > AFFILIATION_PAGE ? (page.at(-1)?.id ?? null) : null,
      ...counts,
    };
  }

  add(organisationId: string, listed: ListedAffiliation, operation: Operation) {
    return this.operations.once<Listed, 'already-listed' | 'not-found'>(
      operation,
      async (db) => {
        const id = await this.affiliations.add(db, organisationId, listed, this.clock.now());
        return id === undefined ? fail('already-listed') : ok({ id });
      },
      (id) => this.one(organisationId, id),
    );
  }

  change(organisationId: string, id: string, changes: Changes, operation: Operation) {
    return this.operations.once<Listed, 'already-listed' | 'not-found'>(
      operation,
      async (db) => {
        const before = await this.affiliations.lock(db, organisationId, id);
        if (!before) return fail('not-found');
        const after = { ...before, ...changes };
        if (await this.affiliations.isTaken(db, organisationId, after, id)) return fail('already-listed');
        await this.affiliations.save(db, organisationId, after, this.clock.now());
        return ok({ id });
      },
      () => this.one(organisationId, id),
    );
  }

  private async one(organisationId: string, id: string) {
    const listed = await this.affiliations.byId(organisationId, id);
    return listed ? ok(listed) : fail('not-found');
  }
}
