import type { SeatingGuest } from './guests.js';
import type { PersonPair, SeatingTable } from './setup.js';

interface Asked {
  readonly seated: readonly SeatingGuest[];
  readonly tables: readonly SeatingTable[];
  readonly together: readonly PersonPair[];
  readonly apart: readonly PersonPair[];
  readonly locks: ReadonlyMap<string, string>;
}

/**
 * An accessible table for everybody who has told of needs and is not locked elsewhere, with their company: large companies
 * first, each to the table with most room, so that no table becomes "the one for them". Nobody changes tables between
 * rounds for it. `without` counts those for whom there was none.
 */
export function accessibleSeats({ seated, tables, together, apart, locks }: Asked): {
  tables: ReadonlyMap<string, string>;
  without: number;
} {
  const needing = new Set(seated.filter(({ needsAccess }) => needsAccess).map(({ id }) => id));
  const chosen = new Map<string, string>();
  const at = (id: string) => locks.get(id) ?? chosen.get(id);
  const all = companiesOf(
    seated.map(({ id }) => id),
    together,
  );
  const isLocked = (ids: readonly string[]) => ids.some((id) => locks.has(id));
  const room = new Map(tables.filter(({ accessible }) => accessible).map(({ id, seats }) => [id, seats]));
  for (const ids of all.filter(isLocked)) {
    const table = ids.flatMap((id) => locks.get(id) ?? [])[0] ?? '';
    if (room.has(table)) room.set(table, (room.get(table) ?? 0) - ids.length);
  }
  const companies = all
    .filter((ids) => ids.some((id) => needing.has(id)) && !isLocked(ids))
    .toSorted((a, b) => b.length - a.length);
  let without = 0;
  for (const ids of companies) {
    const avoided = new Set(
      apart.flatMap(([one, other]) =>
        ids.includes(one) ? [at(other)] : ids.includes(other) ? [at(one)] : [],
      ),
    );
    const [table] = [...room]
      .filter(([id, free]) => free >= ids.length && !avoided.has(id))
      .toSorted(([, a], [, b]) => b - a);
    if (table) {
      room.set(table[0], table[1] - ids.length);
      for (const id of ids) chosen.set(id, table[0]);
    } else without += ids.filter((id) => needing.has(id)).length;
  }
  return { tables: chosen, without };
}

/** People tied to each other by pairs, everybody in exactly one company, most alone. Pairs that name somebody else are let be. */
export function companiesOf(people: readonly string[], together: readonly PersonPair[]): string[][] {
  const company = new Map(people.map((id) => [id, [id]]));
  for (const [one, other] of together) {
    const [mine, theirs] = [company.get(one), company.get(other)];
    if (!mine || !theirs || mine === theirs) continue;
    mine.push(...theirs);
    for (const id of theirs) company.set(id, mine);
  }
  return [...new Set(company.values())];
}
