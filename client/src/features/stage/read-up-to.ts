/** What was read before a change that this screen has heard since is read again; gives the rev that was reached. */
export async function readUpTo(
  heard: () => number,
  read: () => Promise<{ readonly rev: number }>,
): Promise<number> {
  const { rev } = await read();
  return rev < heard() ? readUpTo(heard, read) : rev;
}
