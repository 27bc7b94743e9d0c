import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { comingApi } from '@hillo/contracts/coming';
import { COMING_PAGE } from '@hillo/contracts/coming-schemas';
import type { Parsed } from '@hillo/contracts/endpoint';
import { mergeSmallCounts, SECTORS, sideOf } from '@hillo/domain/registration';
import { fail, isBlank, ok } from '@hillo/domain/shared';
import { Evenings } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { type ComingPlace, ComingRepository } from '../../data/coming-repository.js';
import type { Attendee } from '../../data/rows.js';
import { ComingPeople, reasonsById } from './coming-people.js';

type Query = Parsed<(typeof comingApi)['GET /api/evenings/:evening/registrations']>['query'];

/** Who is coming: pages, search, filters, one registration, and the counts above the list. */
@Injectable()
export class ListComing {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(ComingRepository) private readonly coming: ComingRepository,
    @Inject(ComingPeople) private readonly people: ComingPeople,
    @Inject(Evenings) private readonly evenings: Evenings,
  ) {}

  async list(eveningId: string, query: Query, actor: Actor) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const { filter, side, search } = query;
    const sectors =
      side === undefined ? null : SECTORS.filter((sector) => sideOf(sector, evening.sideOverrides) === side);
    const found = isBlank(search)
      ? null
      : (await this.attendees.search(eveningId, search, COMING_PAGE)).map(({ id }) => id);
    const alike =
      filter === 'duplicates' ? [...reasonsById(await this.coming.alike(eveningId)).keys()] : null;
    const rows = await this.coming.page(
      eveningId,
      {
        filter: filter === 'duplicates' ? 'everyone' : filter,
        sectors,
        ids: both(found, alike),
        after: placeOf(query.after),
      },
      COMING_PAGE + 1,
    );
    const page = rows.slice(0, COMING_PAGE);
    const last = page.at(-1);
    return ok({
      people: await this.people.of(page, eveningId, actor),
      next: rows.length > COMING_PAGE && last ? cursorOf(last) : null,
    });
  }

  async one(eveningId: string, id: string, actor: Actor) {
    const asked = await this.attendees.byId(eveningId, id);
    if (!asked) return fail('not-found');
    const party = await this.attendees.party(asked.accompaniesId ?? asked.id);
    const described = await this.people.of(party, eveningId, actor);
    const own = described.find((person) => person.id === id);
    if (!own) return fail('not-found');
    const mayRead = actor.role === 'organiser';
    return ok({
      ...asked,
      ...own,
      sector: mayRead ? asked.sector : null,
      offers: mayRead ? asked.offers : null,
      needs: mayRead ? asked.needs : null,
      party: described.filter((person) => person.id !== id),
    });
  }

  async summary(eveningId: string) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const rows = await this.coming.summary(eveningId);
    const total = (count: keyof Omit<(typeof rows)[number], 'sector'>) =>
      rows.reduce((sum, row) => sum + row[count], 0);
    const counts = Object.fromEntries(rows.map((row) => [row.sector, row.confirmed + row.waiting]));
    return ok({
      capacity: evening.plan.capacity,
      confirmed: total('confirmed'),
      waiting: total('waiting'),
      cancelled: total('cancelled'),
      checkedIn: total('checkedIn'),
      unconfirmed: total('unconfirmed'),
      duplicates: reasonsById(await this.coming.alike(eveningId)).size,
      sides: mergeSmallCounts(counts, evening.sideOverrides),
    });
  }
}

/** Ids in both lists; null is no restriction. */
function both(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null) return b;
  return b === null ? a : a.filter((id) => b.includes(id));
}

function cursorOf({ queueNumber, accompaniesId, id }: Attendee): string {
  return `${queueNumber}.${accompaniesId === null ? 0 : 1}.${id}`;
}

/** A cursor that was tampered with begins at the start. */
function placeOf(cursor: string | undefined): ComingPlace | null {
  const match = /^(\d{1,15})\.([01])\.([0-9a-f-]{36})$/.exec(cursor ?? '');
  const [, queueNumber, accompanies, id] = match ?? [];
  return id === undefined ? null : { queueNumber: Number(queueNumber), accompanies: accompanies === '1', id };
}
