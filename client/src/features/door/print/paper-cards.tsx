import { LOCALES } from '@hillo/domain/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { Select } from '../../../ui/form/select.js';
import { Card } from '../../../ui/layout/card.js';
import { type DoorPerson, useDoor } from '../api.js';
import { NameSearch } from '../components/finding/name-search.js';
import { nameOf } from '../components/people/person-name.js';
import { cardsFile, settleCards } from './api.js';

/** Bingo cards on paper, for everybody with a seat or for chosen people, each in their own language or all in one. */
export function PaperCards({ evening }: { evening: string }) {
  const text = useText();
  const { people } = useDoor(evening);
  const [whom, setWhom] = useState<'everybody' | 'chosen'>('everybody');
  const [chosen, setChosen] = useState<readonly DoorPerson[]>([]);
  const [language, setLanguage] = useState('');
  const settle = useMutation({
    mutationFn: () =>
      settleCards(
        evening,
        whom === 'everybody'
          ? { of: 'everybody' }
          : { of: 'chosen', registrations: chosen.map(({ id }) => id) },
      ),
  });
  const seated = people.filter(({ registration, kind }) => registration === 'confirmed' && kind !== 'child');
  const change = (act: () => void) => {
    act();
    settle.reset();
  };
  const printed =
    whom === 'everybody'
      ? ({ of: 'everybody' } as const)
      : ({ of: 'chosen', registrations: chosen.map(({ id }) => id) } as const);
  return (
    <Card jam="raspberry" heading={<h2>{text('paperPrint.cards')}</h2>}>
      <p>{text('paperPrint.cardsText')}</p>
      {seated.length === 0 ? (
        <p>{text('paperPrint.nobody')}</p>
      ) : (
        <>
          <RadioGroup
            legend={text('paperPrint.chosenLabel')}
            name="whom"
            value={whom}
            required
            choices={[
              { value: 'everybody', label: text('paperPrint.everybody') },
              { value: 'chosen', label: text('paperPrint.chosen') },
            ]}
            onChange={(value) => change(() => setWhom(value === 'chosen' ? 'chosen' : 'everybody'))}
          />
          {whom === 'chosen' ? (
            <ChosenPeople
              people={seated}
              chosen={chosen}
              onChange={(next) => change(() => setChosen(next))}
            />
          ) : null}
          <Select
            label={text('paperPrint.language')}
            empty={false}
            marked={false}
            value={language}
            options={[
              { value: '', label: text('paperPrint.own') },
              ...LOCALES.map((value) => ({ value, label: text(`app.languageNames.${value}`) })),
            ]}
            onChange={({ target }) => setLanguage(target.value)}
          />
          <Notice kind="info">{text('paperPrint.locks')}</Notice>
          <Failure error={settle.error} />
          <ButtonRow>
            <Button
              look="secondary"
              busy={settle.isPending}
              disabled={whom === 'chosen' && chosen.length === 0}
              onClick={() => settle.mutate()}
            >
              {text('paperPrint.make')}
            </Button>
          </ButtonRow>
          {settle.data ? (
            <Notice
              kind="success"
              announce
              actions={
                <LinkButton href={cardsFile(evening, { ...printed }, language)} download>
                  {text('paperPrint.get')}
                </LinkButton>
              }
            >
              {text('paperPrint.made', { count: settle.data.cards })}
            </Notice>
          ) : null}
        </>
      )}
    </Card>
  );
}

interface ChosenPeopleProps {
  people: readonly DoorPerson[];
  chosen: readonly DoorPerson[];
  onChange: (chosen: readonly DoorPerson[]) => void;
}

function ChosenPeople({ people, chosen, onChange }: ChosenPeopleProps) {
  const text = useText();
  const [query, setQuery] = useState('');
  return (
    <>
      <NameSearch
        people={people.filter(({ id }) => chosen.every((person) => person.id !== id))}
        query={query}
        onQuery={setQuery}
        onChoose={(person) => {
          onChange([...chosen, person]);
          setQuery('');
        }}
      />
      <output>{text('paperPrint.picked', { count: chosen.length })}</output>
      {chosen.map((person) => (
        <Checkbox
          key={person.id}
          label={nameOf(person)}
          checked
          onChange={() => onChange(chosen.filter(({ id }) => id !== person.id))}
        />
      ))}
    </>
  );
}

/** What a press of a button met. */
export function Failure({ error }: { error: unknown }) {
  const text = useText();
  if (error === null || error === undefined) return null;
  const { title, detail } = problemText(text, error);
  return (
    <Notice kind="error" announce title={title}>
      {detail}
    </Notice>
  );
}
