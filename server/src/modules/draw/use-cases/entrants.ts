import { Inject, Injectable } from '@nestjs/common';
import { type DrawCandidate, drawEntrants, drawObstacles, type DrawObstacle } from '@hillo/domain/draw';
import { partyRights } from '@hillo/domain/registration';
import { foldText } from '@hillo/domain/shared';
import { type Db } from '../../../platform/database/index.js';
import { type TicketHolder, Tickets } from '../../bingo/index.js';
import { CandidateRepository, type CandidateRow } from '../data/candidate-repository.js';

const PARTY_ROLE = { person: 'registrant', support: 'support-person', child: 'child' } as const;

/** Who is in a draw, and why somebody is not (product rule 7). */
@Injectable()
export class Entrants {
  constructor(
    @Inject(CandidateRepository) private readonly candidates: CandidateRepository,
    @Inject(Tickets) private readonly tickets: Tickets,
  ) {}

  /** As things stand now: how many would be in, and how many are checked in. */
  async count(eveningId: string): Promise<{ entrants: number; checkedIn: number }> {
    const rows = await this.candidates.all(eveningId);
    const holders = await this.holders(eveningId);
    const all = rows.map((row) => candidateOf(row, holders.has(row.registrationId)));
    return {
      entrants: drawEntrants(all).length,
      checkedIn: rows.filter(({ checkedIn }) => checkedIn).length,
    };
  }

  /** Those of these ticket holders who are in, read under the freeze. */
  async among(holders: readonly TicketHolder[], eveningId: string, db: Db): Promise<readonly string[]> {
    const withRow = new Set(holders.map(({ registrationId }) => registrationId));
    const rows = await this.candidates.all(eveningId, db);
    return drawEntrants(rows.map((row) => candidateOf(row, withRow.has(row.registrationId))));
  }

  /** What keeps one person out as things stand now; undefined for a stranger. */
  async of(
    eveningId: string,
    registrationId: string,
  ): Promise<{ optedIn: boolean; obstacles: readonly DrawObstacle[] } | undefined> {
    const row = await this.candidates.one(eveningId, registrationId);
    if (!row) return undefined;
    const hasRow = await this.tickets.has(registrationId);
    return { optedIn: row.optedIn, obstacles: drawObstacles(candidateOf(row, hasRow)) };
  }

  private async holders(eveningId: string): Promise<ReadonlySet<string>> {
    const holders = await this.tickets.ofEvening(eveningId);
    return new Set(holders.map(({ registrationId }) => registrationId));
  }
}

function candidateOf(row: CandidateRow, hasRow: boolean): DrawCandidate {
  return {
    registrationId: row.registrationId,
    roles: row.workers.filter(({ name }) => isNameOf(name, row)).map(({ role }) => role),
    mayEnterDraw: partyRights(PARTY_ROLE[row.kind], row.plays).mayEnterDraw,
    checkedIn: row.checkedIn,
    optedIn: row.optedIn,
    hasRow,
  };
}

/**
 * A helper's phone may hold the page of somebody who has none, and an association's address may be shared: only whoever
 * has the same name too is the one who works here. A helper who slips through is passed over as not entitled.
 */
function isNameOf(name: string, { firstName, lastName }: CandidateRow): boolean {
  return [foldText(firstName), foldText(`${firstName} ${lastName}`)].includes(foldText(name));
}
