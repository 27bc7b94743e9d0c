import type { DeskQuestion, OwnQuestion, ShownQuestion } from '@hillo/contracts/panel-schemas';
import { isVisible, markedWords, VISIBLE_STATES } from '@hillo/domain/panel';
import type { Question } from '../data/question-rows.js';

function common(question: Question) {
  const { id, text, aim, speaker, source, votes, place, answer, firstName, affiliation } = question;
  return {
    id,
    text,
    aim,
    speaker,
    source,
    edited: question.originalText !== null,
    // Emptied when the registration is: nobody is called this any more.
    asker: firstName ? { firstName, affiliation: affiliation ?? '' } : null,
    votes,
    place,
    askedAt: question.askedAt.toISOString(),
    answer,
  };
}

function hiddenOf({ hideReason, hideWords }: Question) {
  return hideReason && { reason: hideReason, words: hideWords };
}

/** As everybody at the evening sees it; undefined when nobody does. */
export function shownQuestion(question: Question): ShownQuestion | undefined {
  const state = VISIBLE_STATES.find((visible) => visible === question.state);
  return state && { ...common(question), state };
}

export function ownQuestion(question: Question): OwnQuestion {
  const { state, mergedIntoId, forTable, follows } = question;
  return {
    ...common(question),
    state,
    hidden: hiddenOf(question),
    mergedInto: mergedIntoId,
    forTable,
    follows,
    // What is not shown any more tells nobody how it was answered.
    answer: isVisible(state) ? question.answer : '',
  };
}

/** Who asked without a name is told to nobody: whether there is somebody, and no more. */
export function deskQuestion(question: Question): DeskQuestion {
  const { state, version, originalText, mergedIntoId, askerId, isMuted, forTable, follows } = question;
  return {
    ...common(question),
    state,
    version,
    originalText,
    markedWords: [...markedWords(question.text)],
    hidden: hiddenOf(question),
    mergedInto: mergedIntoId,
    hasAsker: askerId !== null,
    isMuted,
    forTable,
    follows,
  };
}
