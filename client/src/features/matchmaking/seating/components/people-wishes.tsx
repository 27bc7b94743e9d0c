import { useState } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Select } from '../../../../ui/form/select.js';
import { Aside } from '../../../../ui/text/text.js';
import type { Seating, Wishes } from '../api.js';
import { nameOf, personOptions, tableName } from '../names.js';
import styles from '../seating.module.css';

interface PeopleWishesProps {
  seating: Seating;
  wishes: Wishes;
  onChange: (change: Partial<Wishes>) => void;
}

/** Pairs together and apart, who takes no seat, and who is locked to a table. Who came together sits together anyway. */
export function PeopleWishes({ seating, wishes, onChange }: PeopleWishesProps) {
  const text = useText();
  const { people } = seating;
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const name = (id: string) => {
    const person = people.find((candidate) => candidate.id === id);
    return person ? nameOf(person) : text('app.participant');
  };
  const add = (list: 'together' | 'apart') => {
    const isThere = wishes[list].some((pair) => pair.includes(one) && pair.includes(other));
    if (!isThere) onChange({ [list]: [...wishes[list], [one, other]] });
    setOne('');
    setOther('');
  };
  const options = personOptions(people);
  const isPair = one !== '' && other !== '' && one !== other;
  const lists = (['together', 'apart'] as const).flatMap((list) =>
    wishes[list].map((pair) => ({
      key: `${list} ${pair.join(' ')}`,
      words: text(`seating.people.${list}Line`, { one: name(pair[0]), other: name(pair[1]) }),
      remove: () => onChange({ [list]: wishes[list].filter((each) => each !== pair) }),
    })),
  );
  const locked = Object.entries(wishes.locks).map(([id, table]) => ({
    key: `lock ${id}`,
    words: text('seating.people.lockLine', {
      name: name(id),
      table: tableName(text, wishes.tables.find((each) => each.id === table)?.name ?? '–'),
    }),
    remove: () => {
      const { [id]: _gone, ...locks } = wishes.locks;
      onChange({ locks });
    },
  }));
  const aside = wishes.aside.map((id) => ({
    key: `aside ${id}`,
    words: text('seating.people.asideLine', { name: name(id) }),
    remove: () => onChange({ aside: wishes.aside.filter((each) => each !== id) }),
  }));
  const all = [...lists, ...locked, ...aside];
  return (
    <>
      <Aside>{text('seating.people.lead')}</Aside>
      <div className={styles.fields}>
        <Select
          label={text('seating.people.one')}
          marked={false}
          value={one}
          options={options}
          onChange={({ target }) => setOne(target.value)}
        />
        <Select
          label={text('seating.people.other')}
          marked={false}
          value={other}
          options={options.filter(({ value }) => value !== one)}
          onChange={({ target }) => setOther(target.value)}
        />
        <Button look="secondary" disabled={!isPair} onClick={() => add('together')}>
          {text('seating.people.together')}
        </Button>
        <Button look="secondary" disabled={!isPair} onClick={() => add('apart')}>
          {text('seating.people.apart')}
        </Button>
      </div>
      <div className={styles.fields}>
        <Select
          label={text('seating.people.aside')}
          marked={false}
          value=""
          options={options.filter(({ value }) => !wishes.aside.includes(value))}
          onChange={({ target }) => {
            if (target.value !== '') onChange({ aside: [...wishes.aside, target.value] });
          }}
        />
      </div>
      {all.length === 0 ? (
        <p>{text('seating.people.none')}</p>
      ) : (
        <ul className={styles.wishes}>
          {all.map(({ key, words, remove }) => (
            <li key={key}>
              <span>{words}</span>
              <Button
                look="quiet"
                aria-label={text('seating.people.removeThis', { wish: words })}
                onClick={remove}
              >
                {text('seating.people.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
