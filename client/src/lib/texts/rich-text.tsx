import type { MessageKey, MessageParameters } from '@hillo/i18n';
import { Fragment, type ReactNode } from 'react';
import { useText } from './texts.js';

type Tags = Readonly<Record<string, (inside: string) => ReactNode>>;

/** Stands for `<` in values while the sentence is split, so that nothing a person typed is read as a tag. */
const GUARD = '\ue000';

/**
 * A text with `<tags>`, each drawn by its function:
 * `<RichText of="draw.intro" values={{ name }} tags={{ link: (inside) => <a href="…">{inside}</a> }} />`.
 */
export function RichText<Key extends MessageKey>({
  of,
  values,
  tags,
}: {
  of: Key;
  values?: MessageParameters[Key];
  tags: Tags;
}) {
  const text = useText() as (key: string, values?: object) => string;
  const given: Readonly<Record<string, unknown>> = values ?? {};
  const guarded = Object.entries(given).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' ? value.replaceAll('<', GUARD) : value,
  ]);
  return splitTags(text(of, Object.fromEntries(guarded))).map(({ tag, inside, at }) => (
    <Fragment key={at}>{tag === undefined ? inside : (tags[tag]?.(inside) ?? inside)}</Fragment>
  ));
}

interface Piece {
  readonly tag?: string;
  readonly inside: string;
  /** Where it begins in the sentence. */
  readonly at: number;
}

export function splitTags(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  const unguard = (part: string) => part.replaceAll(GUARD, '<');
  let from = 0;
  for (const match of sentence.matchAll(/<([a-z][A-Za-z]*)>([^<]*)<\/\1>/g)) {
    if (match.index > from) pieces.push({ at: from, inside: unguard(sentence.slice(from, match.index)) });
    pieces.push({ at: match.index, tag: String(match[1]), inside: unguard(String(match[2])) });
    from = match.index + match[0].length;
  }
  if (from < sentence.length) pieces.push({ at: from, inside: unguard(sentence.slice(from)) });
  return pieces;
}
