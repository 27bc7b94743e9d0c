import type { StreamChange } from '@hillo/contracts/realtime';
import type { Answer } from '../../lib/http/request.js';

export type PanelList = Answer<'GET /api/evenings/:evening/panel'>;
export type ShownQuestion = PanelList['questions'][number];

type Live = { readonly [name: string]: unknown };

/**
 * The list after a change of its stream, as it was told; undefined when the change did not carry enough, so that the list is
 * fetched. A thousand phones follow a panel by this without asking the server anything.
 */
export function afterChange(
  list: PanelList,
  { rev, kind, payload, live }: StreamChange,
): PanelList | undefined {
  const { questions } = list;
  switch (kind) {
    case 'votes': {
      const counts = payload as Readonly<Record<string, number>>;
      return {
        ...list,
        rev,
        questions: questions.map((question) => ({
          ...question,
          votes: counts[question.id] ?? question.votes,
        })),
      };
    }
    case 'question': {
      const changed = live as ShownQuestion | undefined;
      return changed && { ...list, rev, questions: [...without(questions, changed.id), changed] };
    }
    case 'gone': {
      const { questionId } = payload as { questionId: string };
      return { ...list, rev, questions: without(questions, questionId) };
    }
    case 'panel':
      return live === undefined ? undefined : { ...list, rev, ...(live as Live) };
    case 'order': {
      const placed = (live as { placed: readonly string[] } | undefined)?.placed;
      if (!placed) return undefined;
      const place = new Map(placed.map((id, index) => [id, index]));
      return {
        ...list,
        rev,
        questions: questions.map((question) => ({ ...question, place: place.get(question.id) ?? null })),
      };
    }
    default:
      return undefined;
  }
}

function without(questions: readonly ShownQuestion[], id: string): ShownQuestion[] {
  return questions.filter((question) => question.id !== id);
}
