import { Inject, Injectable } from '@nestjs/common';
import type { AssociationViews as ViewsAnswer } from '@hillo/contracts/contacts';
import { foldText, ok, type Outcome } from '@hillo/domain/shared';
import type { Db } from '../../../platform/database/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';
import { AssociationViewRepository } from '../data/association-view-repository.js';
import { ContactExportRepository } from '../data/contact-export-repository.js';

/** An association of an evening, by the way its people wrote it. */
export interface PresentAssociation {
  readonly name: string;
  readonly members: readonly Attendee[];
  /** Those who ticked "my association may see the contacts I collect". */
  readonly allowing: readonly Attendee[];
}

/** What the organiser sees of associations' views and of exports (product rule 15, T55). */
@Injectable()
export class AssociationViews {
  constructor(
    @Inject(AssociationViewRepository) private readonly views: AssociationViewRepository,
    @Inject(ContactExportRepository) private readonly exports: ContactExportRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
  ) {}

  async read(eveningId: string): Promise<Outcome<ViewsAnswer, never>> {
    const present = await this.present(eveningId);
    return ok({
      affiliations: present.map(({ name, members, allowing }) => ({
        name,
        attendees: members.length,
        allowing: allowing.length,
      })),
      views: (await this.views.ofEvening(eveningId)).map((view) => ({
        id: view.id,
        affiliation: view.affiliation,
        email: view.email,
        createdAt: view.createdAt.toISOString(),
        expiresAt: view.expiresAt.toISOString(),
        revokedAt: view.revokedAt?.toISOString() ?? null,
      })),
      exports: (await this.exports.ofEvening(eveningId)).map(({ at, actor, format, rows }) => ({
        at: at.toISOString(),
        by: actor.startsWith('association:') ? ('association' as const) : ('attendee' as const),
        format,
        rows,
      })),
    });
  }

  /** The association of this name, however it was written. */
  async find(eveningId: string, name: string, db?: Db): Promise<PresentAssociation | undefined> {
    const folded = foldText(name);
    return (await this.present(eveningId, db)).find((association) => foldText(association.name) === folded);
  }

  private async present(eveningId: string, db?: Db): Promise<PresentAssociation[]> {
    const byName = new Map<string, Attendee[]>();
    for (const attendee of await this.registrations.all(eveningId, db)) {
      const folded = foldText(attendee.affiliation);
      if (attendee.state !== 'confirmed' || folded === '') continue;
      byName.set(folded, [...(byName.get(folded) ?? []), attendee]);
    }
    return [...byName.values()]
      .map((members) => ({
        name: members[0]?.affiliation ?? '',
        members,
        allowing: members.filter(({ associationMaySee }) => associationMaySee),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fi'));
  }
}
