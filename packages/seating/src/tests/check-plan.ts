import type { Instance, Plan, Quality } from '../instance.js';

/**
 * Checks a plan by counting with ids, maps and sets only: it shares nothing with the planner but the shapes. Gives all
 * faults as sentences. What is said about `played` rounds is that they are there unchanged.
 */
export function faultsOf(instance: Instance, plan: Plan): string[] {
  const faults: string[] = [];
  const played = instance.played ?? [];
  if (plan.rounds.length !== instance.rounds)
    faults.push(`${plan.rounds.length} rounds of ${instance.rounds}`);
  played.forEach((round, at) => {
    if (JSON.stringify(round) !== JSON.stringify(plan.rounds[at]))
      faults.push(`played round ${at + 1} has changed`);
  });
  for (let at = played.length; at < plan.rounds.length; at += 1)
    faults.push(...faultsOfRound(instance, plan, at).map((fault) => `round ${at + 1}: ${fault}`));
  const counted = count(instance, plan);
  for (const [figure, value] of Object.entries(counted))
    if (plan.quality[figure as keyof Quality] !== value)
      faults.push(`${figure} is ${value}, said ${plan.quality[figure as keyof Quality]}`);
  const { repeats, repeatsBound, sameSector, sameSectorBound, proved } = plan.quality;
  if (repeatsBound > repeats || repeatsBound < 0)
    faults.push(`repeats ${repeats} under their bound ${repeatsBound}`);
  if (sameSectorBound > sameSector)
    faults.push(`same sector ${sameSector} under its bound ${sameSectorBound}`);
  if (proved !== (repeats === repeatsBound)) faults.push('proved is not what the figures say');
  return faults;
}

function faultsOfRound(instance: Instance, plan: Plan, at: number): string[] {
  const faults: string[] = [];
  const round = plan.rounds[at] ?? {};
  const tableOf = new Map<string, string>();
  for (const [table, ids] of Object.entries(round)) {
    const seats = instance.tables.find(({ id }) => id === table)?.seats;
    if (seats === undefined) faults.push(`there is no table ${table}`);
    else if (ids.length > seats) faults.push(`${ids.length} at ${table} with ${seats} seats`);
    for (const id of ids) {
      if (tableOf.has(id)) faults.push(`${id} sits twice`);
      tableOf.set(id, table);
    }
  }
  for (const { id, fixedTable } of instance.people) {
    const away = instance.absent?.[id]?.includes(at + 1) ?? false;
    if (away === tableOf.has(id))
      faults.push(`${id} is ${away ? 'absent and sits' : 'there and does not sit'}`);
    if (fixedTable !== undefined && tableOf.has(id) && tableOf.get(id) !== fixedTable)
      faults.push(`${id} is not at the fixed table`);
  }
  for (const id of tableOf.keys())
    if (!instance.people.some((person) => person.id === id)) faults.push(`there is no ${id}`);
  for (const [one, other] of instance.together ?? [])
    if (tableOf.has(one) && tableOf.has(other) && tableOf.get(one) !== tableOf.get(other))
      faults.push(`${one} and ${other} are not together`);
  for (const [one, other] of instance.apart ?? [])
    if (tableOf.has(one) && tableOf.get(one) === tableOf.get(other))
      faults.push(`${one} and ${other} are not apart`);
  return [...faults, ...unevenTables(instance, round)];
}

/** Where nothing ties people: no two tables differ by more than one, unless the smaller one is full. */
function unevenTables(instance: Instance, round: Readonly<Record<string, readonly string[]>>): string[] {
  const tied =
    (instance.together?.length ?? 0) + (instance.apart?.length ?? 0) > 0 ||
    instance.people.some(({ fixedTable }) => fixedTable !== undefined);
  if (tied) return [];
  const fills = instance.tables.map(({ id, seats }) => ({ fill: round[id]?.length ?? 0, seats }));
  const fullest = Math.max(0, ...fills.map(({ fill }) => fill));
  return fills
    .filter(({ fill, seats }) => fill < seats && fill < fullest - 1)
    .map(({ fill }) => `a table of ${fill} beside one of ${fullest}`);
}

type Counted = Omit<Quality, 'repeatsBound' | 'sameSectorBound' | 'proved'>;

function count(instance: Instance, plan: Plan): Counted {
  const sector = new Map(instance.people.map((person) => [person.id, person.sector]));
  const shared = new Map<string, number>();
  let sameSector = 0;
  for (const round of plan.rounds)
    for (const ids of Object.values(round))
      for (const [at, one] of ids.entries())
        for (const other of ids.slice(at + 1)) {
          shared.set(name(one, other), (shared.get(name(one, other)) ?? 0) + 1);
          if (sector.get(one) === sector.get(other)) sameSector += 1;
        }
  const share = (one: string, other: string) => shared.has(name(one, other));
  const wishes = instance.people.flatMap(({ id, wishes }) =>
    [...new Set(wishes ?? [])].map((wished) => share(id, wished)),
  );
  const meetings = new Map(shared);
  for (const pair of distinct(instance.met)) meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
  const grouped = groupsByPerson(instance);
  const repeats = [...meetings].filter(([pair, times]) => {
    const [one = '', other = ''] = JSON.parse(pair) as string[];
    return times > 1 && !grouped.get(one)?.has(other);
  }).length;
  const tables = plan.rounds.map(
    (round) =>
      new Map(Object.entries(round).flatMap(([table, ids]) => ids.map((id) => [id, table] as const))),
  );
  const together = [...distinct(instance.together)].filter((pair) => {
    const [one = '', other = ''] = JSON.parse(pair) as string[];
    return tables.every((at) => !at.has(one) || !at.has(other) || at.get(one) === at.get(other));
  }).length;
  const apart = [...distinct(instance.apart)].filter((pair) => !shared.has(pair)).length;
  return {
    repeats,
    sameSector,
    wishesMet: wishes.filter(Boolean).length,
    wishesTotal: wishes.length,
    together,
    apart,
  };
}

function name(one: string, other: string): string {
  return JSON.stringify([one, other].sort());
}

function distinct(pairs: readonly (readonly [string, string])[] | undefined): Set<string> {
  return new Set(pairs?.map(([one, other]) => name(one, other)));
}

/** Everybody's companions: whoever is tied to somebody tied to them too. */
function groupsByPerson(instance: Instance): Map<string, Set<string>> {
  const groups = new Map(instance.people.map(({ id }) => [id, new Set([id])]));
  for (const [one, other] of instance.together ?? []) {
    const merged = new Set([...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    for (const id of merged) groups.set(id, merged);
  }
  return groups;
}
