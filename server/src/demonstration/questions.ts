import { foldText } from '@hillo/domain/shared';
import type { PanelEntity, QuestionEntity, QuestionVoteEntity } from '../modules/panel/data/entities.js';
import { newId } from '../platform/clock/index.js';
import { ASKED_NOW, ASKED_THEN } from './content/questions.js';
import type { Person } from './people.js';
import { minutesAfter } from './times.js';

const MINUTES_BETWEEN = 4;

interface Questions {
  readonly panels: Partial<PanelEntity>[];
  readonly questions: Partial<QuestionEntity>[];
  readonly votes: QuestionVoteEntity[];
}

/** Questions of those in the room; after the evening nobody knows any more who asked and voted. */
export function questionsOf(
  eveningId: string,
  people: readonly Person[],
  startsAt: Date,
  isOver: boolean,
): Questions {
  const present = people.filter(({ kind, checkedInAt }) => kind === 'person' && checkedInAt !== null);
  const votes: QuestionVoteEntity[] = [];
  const questions = (isOver ? ASKED_THEN : ASKED_NOW).map((asked, index): Partial<QuestionEntity> => {
    const id = newId();
    const asker = present[(index * 5) % Math.max(1, present.length)];
    const byPhone = !isOver && !asked.card;
    const voters = present.filter((person) => person !== asker).slice(index, index + asked.votes);
    if (!isOver) votes.push(...voters.map((voter) => ({ questionId: id, registrationId: voter.id })));
    const askedAt = minutesAfter(startsAt, (index + 1) * MINUTES_BETWEEN);
    return {
      id,
      eveningId,
      askerId: byPhone ? (asker?.id ?? null) : null,
      withName: asked.withName ?? false,
      aim: asked.aim ?? 'panel',
      speaker: asked.speaker ?? '',
      text: asked.text,
      searchKey: foldText(asked.text),
      state: asked.state,
      source: asked.card ? 'card' : 'phone',
      answer: asked.answer ?? '',
      votesKept: isOver ? asked.votes : 0,
      askedAt,
      answeredAt: asked.state === 'answered' ? minutesAfter(askedAt, 2 * MINUTES_BETWEEN) : null,
    };
  });
  const note = isOver
    ? ''
    : 'Aloitetaan lasten harrastuksista. Jätetään lopuksi viisi minuuttia uusille kysymyksille.';
  return { panels: [{ eveningId, phase: isOver ? 'closed' : 'running', note }], questions, votes };
}
