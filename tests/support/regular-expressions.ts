import { parseSync, Visitor } from 'oxc-parser';
import { analyse } from 'scslre';

process.env['RECHECK_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

export interface FoundExpression {
  readonly line: number;
  /** As written; a pattern that the parser does not know as a literal is `RegExp(…)`. */
  readonly written: string;
  /** Why a text can make it slower than linear; empty for a linear one. */
  readonly slow: readonly string[];
}

/**
 * Why the expression takes more than linear time; empty for a linear one. Two judges: scslre knows every quantifier, with
 * look-arounds too, and recheck the alternatives that take the same text twice, as in `(a|a)*`.
 */
export function slowness(source: string, flags: string): string[] {
  const reports = analyse({ source, flags }).reports.map(
    ({ type, exponential, character }) =>
      `${exponential ? 'exponential' : 'polynomial'} by ${type} over ${character.literal.source}`,
  );
  if (reports.length > 0 || !source.includes('|')) return reports;
  // Its proof by automata only: what it finds by trying at random would differ from run to run.
  const verdict = checkSync(source, flags, { checker: 'automaton', timeout: 60_000 });
  return verdict.status === 'vulnerable' ? [verdict.complexity.type] : [];
}

/** Every regular expression of a source file. One put together at run time cannot be judged, so it counts as slow. */
export function expressionsOf(file: string, text: string): FoundExpression[] {
  const found: FoundExpression[] = [];
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const composed = (node: { start: number; end: number; callee: { type: string; name?: unknown } }) => {
    if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
      found.push({
        line: lineOf(node.start),
        written: text.slice(node.start, node.end),
        slow: ['put together at run time'],
      });
  };
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} was not read: ${errors[0]?.message}`);
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        found.push({
          line: lineOf(node.start),
          written: text.slice(node.start, node.end),
          slow: slowness(node.regex.pattern, node.regex.flags),
        });
    },
    NewExpression: composed,
    CallExpression: composed,
  }).visit(program);
  return found;
}
