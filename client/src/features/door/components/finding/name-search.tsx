import { searchByName, searchKey, tellApart } from '@hillo/domain/door';
import { type Ref, useDeferredValue, useMemo } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { EmptyState } from '../../../../ui/feedback/empty-state.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { DoorPerson } from '../../api.js';
import { PersonLine } from '../people/person-line.js';
import styles from './name-search.module.css';

const SHOWN = 12;

interface NameSearchProps {
  people: readonly DoorPerson[];
  query: string;
  onQuery: (query: string) => void;
  onChoose: (person: DoorPerson) => void;
  field?: Ref<HTMLInputElement>;
}

/** Part of a name finds people at once, from the list that the phone has: also while the network is slow. */
export function NameSearch({ people, query, onQuery, onChoose, field }: NameSearchProps) {
  const text = useText();
  const asked = useDeferredValue(query);
  const keyed = useMemo(() => people.map((person) => ({ person, searchKey: searchKey(person) })), [people]);
  const found = useMemo(() => searchByName(asked, keyed, SHOWN).map(({ person }) => person), [asked, keyed]);
  const apart = useMemo(() => tellApart(found), [found]);
  const isAsked = asked.trim() !== '';
  return (
    <search className={styles.search}>
      <TextField
        ref={field}
        label={text('door.name.label')}
        hint={text('door.name.hint')}
        marked={false}
        type="search"
        autoComplete="off"
        autoCapitalize="words"
        enterKeyHint="search"
        value={query}
        onChange={({ target }) => onQuery(target.value)}
      />
      {isAsked && found.length > 0 ? (
        <>
          <p className={styles.found}>{text('door.name.found', { count: found.length })}</p>
          <ul className={styles.list}>
            {found.map((person, index) => (
              <li key={person.id}>
                <button type="button" className={styles.choice} onClick={() => onChoose(person)}>
                  <PersonLine person={person} withCode={apart[index] === 'code'} />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isAsked && found.length === 0 ? (
        <EmptyState title={text('door.name.noneTitle')}>{text('door.name.none')}</EmptyState>
      ) : null}
    </search>
  );
}
