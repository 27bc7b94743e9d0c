import { describe, expect, it } from 'vitest';
import { afterChange, type PanelList, type ShownQuestion } from './list-changes.js';

const question = (id: string, change: Partial<ShownQuestion> = {}): ShownQuestion => ({
  id,
  text: `Kysymys ${id}`,
  aim: 'panel',
  speaker: '',
  source: 'phone',
  edited: false,
  asker: null,
  votes: 0,
  place: null,
  askedAt: '2026-11-26T16:00:00.000Z',
  answer: '',
  state: 'shown',
  ...change,
});

const list: PanelList = {
  rev: 4,
  phase: 'collecting',
  isModerated: true,
  questions: [question('a'), question('b', { place: 0 })],
};
const change = (kind: string, payload: object, live?: unknown) =>
  afterChange(list, { stream: 'panel:x', rev: 5, kind, payload, live });

describe('the list after a change', () => {
  it('takes counts of votes, and leaves the rest alone', () => {
    const after = change('votes', { a: 7, gone: 2 });
    expect(after?.questions).toEqual([question('a', { votes: 7 }), question('b', { place: 0 })]);
    expect(after?.rev).toBe(5);
  });

  it('shows a new question, replaces a changed one, and takes away one that is gone', () => {
    const fresh = question('c');
    expect(change('question', { questionId: 'c' }, fresh)?.questions).toHaveLength(3);
    const edited = question('a', { text: 'Selvempi', edited: true });
    expect(change('question', { questionId: 'a' }, edited)?.questions).toEqual([
      question('b', { place: 0 }),
      edited,
    ]);
    expect(change('gone', { questionId: 'a' })?.questions).toEqual([question('b', { place: 0 })]);
  });

  it('takes the order by hand and the state of the panel', () => {
    const places = change('order', {}, { placed: ['a'] })?.questions.map(({ id, place }) => [id, place]);
    expect(places).toEqual([
      ['a', 0],
      ['b', null],
    ]);
    expect(change('panel', {}, { phase: 'running', isModerated: false })).toMatchObject({
      phase: 'running',
      isModerated: false,
    });
  });

  it('asks for the list where a change did not carry enough, or is not known', () => {
    for (const kind of ['question', 'order', 'panel', 'unlinked', 'of-a-later-release'])
      expect(change(kind, { questionId: 'a' })).toBeUndefined();
  });
});
