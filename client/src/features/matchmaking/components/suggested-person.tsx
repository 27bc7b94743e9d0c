import { personName } from '../../../lib/texts/person-name.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Aside } from '../../../ui/text/text.js';
import type { SuggestedPerson as Person } from '../suggestions-api.js';
import styles from './suggestions.module.css';

interface SuggestedPersonProps {
  person: Person;
  busy: boolean;
  onNotNow: () => void;
}

/** Somebody worth meeting and what to begin with: what both wrote, never a grade. */
export function SuggestedPerson({ person, busy, onNotNow }: SuggestedPersonProps) {
  const text = useText();
  const name = personName(text, person.firstName);
  return (
    <article className={styles.person}>
      <header>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        {person.affiliation === '' ? null : (
          <p>
            <bdi>{person.affiliation}</bdi>
          </p>
        )}
      </header>
      <ul className={styles.reasons}>
        {person.reasons.map(({ kind, theirs, mine }) => (
          <li key={`${kind} ${theirs}`}>
            <p>{text(`suggestions.reason.${kind}`, { name, theirs })}</p>
            <Aside>{text(`suggestions.own.${kind}`, { mine })}</Aside>
          </li>
        ))}
      </ul>
      <div>
        <Button
          look="secondary"
          busy={busy}
          aria-label={text('suggestions.notNowNamed', { name })}
          onClick={onNotNow}
        >
          {text('suggestions.notNow')}
        </Button>
      </div>
    </article>
  );
}
