/** What the order of a list is made of. */
export interface Orderable {
  readonly id: string;
  /** Given by a moderator's hand, from 0; null follows the votes. */
  readonly place: number | null;
  readonly votes: number;
  /** ISO 8601 in UTC, so that texts compare as times do. */
  readonly askedAt: string;
}

const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** By hand first, then by votes, then the oldest: a total order, the same wherever it is made. */
export function orderQuestions<Question extends Orderable>(questions: readonly Question[]): Question[] {
  return questions.toSorted(compare);
}

function compare(one: Orderable, other: Orderable): number {
  if (one.place !== other.place) return (one.place ?? Infinity) < (other.place ?? Infinity) ? -1 : 1;
  return other.votes - one.votes || byText(one.askedAt, other.askedAt) || byText(one.id, other.id);
}

/**
 * The ids that have a place by hand after somebody moved one question: everything above it as well, since votes that come
 * later must not push anything in between. What was placed before keeps its place.
 *
 * @param order ids as the list shows them, the placed ones first
 * @param placed how many of them have a place by hand
 * @param to the place where it is dropped, from 0
 */
export function moveQuestion(
  order: readonly string[],
  placed: number,
  id: string,
  to: number,
): readonly string[] {
  const from = order.indexOf(id);
  if (from < 0) return order.slice(0, placed);
  const target = Math.max(0, Math.min(order.length - 1, to));
  const moved = order.filter((each) => each !== id);
  moved.splice(target, 0, id);
  const joins = from >= placed && target < placed ? 1 : 0;
  return moved.slice(0, Math.max(placed + joins, target + 1));
}
