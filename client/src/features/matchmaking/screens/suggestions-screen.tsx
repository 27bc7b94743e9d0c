import { type ReactNode, useRef } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { personName } from '../../../lib/texts/person-name.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside, Lead } from '../../../ui/text/text.js';
import { SuggestedPerson } from '../components/suggested-person.js';
import { type Choice, type Suggestions, useChoice, useSuggestions } from '../suggestions-api.js';
import styles from '../components/suggestions.module.css';

/** `/me/:registration/suggestions`: a few people worth meeting, with the reason (S89, S226). */
export function SuggestionsScreen() {
  const text = useText();
  const { registration = '' } = useParams();
  const suggestions = useSuggestions(registration);
  const { mutate, isPending, variables, error, isSuccess } = useChoice(registration);
  const place = useRef<HTMLDivElement>(null);
  usePage(text('suggestions.title'));
  const choose = (choice: Choice) => {
    if (isPending) return;
    // What was pressed goes away with its person; whoever goes on by keyboard stays at the list.
    if (choice.kind === 'dismiss') place.current?.focus({ preventScroll: true });
    mutate(choice);
  };
  const { isOpen, wanted, hasWishes, people, dismissed } = suggestions;
  const aside = isSuccess && variables.kind === 'dismiss' ? variables.person : undefined;
  return (
    <Stack space="l">
      <PageHeader title={text('suggestions.title')}>
        {people.length === 0 ? null : <Lead>{text('suggestions.lead')}</Lead>}
      </PageHeader>
      <FormFailure words={error === null ? undefined : problemText(text, error)} />
      <div ref={place} tabIndex={-1}>
        <Stack>
          {aside ? (
            <Notice announce>{text('suggestions.aside', { name: personName(text, aside.firstName) })}</Notice>
          ) : null}
          {people.length === 0 ? (
            <Nobody suggestions={suggestions} registration={registration} choose={choose} />
          ) : (
            <ul className={styles.list}>
              {people.map((person) => (
                <li key={person.id}>
                  <SuggestedPerson
                    person={person}
                    busy={isPending && variables.kind === 'dismiss' && variables.person.id === person.id}
                    onNotNow={() => choose({ kind: 'dismiss', person })}
                  />
                </li>
              ))}
            </ul>
          )}
        </Stack>
      </div>
      {isOpen ? (
        <ButtonRow>
          {dismissed > 0 && wanted ? (
            <Button look="secondary" onClick={() => choose({ kind: 'restore' })}>
              {text('suggestions.restore', { count: dismissed })}
            </Button>
          ) : null}
          {wanted && hasWishes ? (
            <Button look="quiet" onClick={() => choose({ kind: 'wanted', wanted: false })}>
              {text('suggestions.off')}
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
      {isOpen ? <ToldOf suggestions={suggestions} choose={choose} /> : null}
      <div>
        <LinkButton look="secondary" href={`/me/${registration}`}>
          {text('suggestions.back')}
        </LinkButton>
      </div>
    </Stack>
  );
}

interface PartProps {
  suggestions: Suggestions;
  choose: (choice: Choice) => void;
}

/** Why there is nobody, and the one thing to do about it. */
function Nobody({ suggestions, registration, choose }: PartProps & { registration: string }) {
  const text = useText();
  const state = stateOf(suggestions);
  const actions: Partial<Record<ReturnType<typeof stateOf>, ReactNode>> = {
    off: <Button onClick={() => choose({ kind: 'wanted', wanted: true })}>{text('suggestions.on')}</Button>,
    noWishes: <LinkButton href={`/me/${registration}`}>{text('suggestions.nobody.write')}</LinkButton>,
  };
  return (
    <EmptyState title={text(`suggestions.nobody.${state}.title`)} action={actions[state]}>
      {text(`suggestions.nobody.${state}.text`)}
    </EmptyState>
  );
}

function stateOf({ isOpen, wanted, hasWishes }: Suggestions) {
  if (!isOpen) return 'closed';
  if (!wanted) return 'off';
  return hasWishes ? 'yet' : 'noWishes';
}

/** Whether one is suggested to others, and changing it by one tap (product rule 4 in its own words). */
function ToldOf({ suggestions: { offersMayBeTold }, choose }: PartProps) {
  const text = useText();
  const answer = offersMayBeTold ? 'yes' : 'no';
  return (
    <Card jam="cloudberry" heading={<h2>{text('suggestions.told.title')}</h2>}>
      <p>{text(`suggestions.told.${answer}`)}</p>
      {offersMayBeTold ? null : <Aside>{text('suggestions.told.seen')}</Aside>}
      <div>
        <Button look="secondary" onClick={() => choose({ kind: 'told', offersMayBeTold: !offersMayBeTold })}>
          {text(offersMayBeTold ? 'suggestions.told.deny' : 'suggestions.told.allow')}
        </Button>
      </div>
    </Card>
  );
}
