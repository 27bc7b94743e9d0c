import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { sessionQuery } from '../../api.js';
import { pageOf } from '../../identities.js';
import styles from './go-on.module.css';
import { IdentityPlace } from './identity-switcher.js';

/** On the front page, for who has been here before: the ways to the own pages. Nothing for others. */
export function GoOn() {
  const text = useText();
  const heading = useId();
  const identities = useQuery(sessionQuery).data?.grants ?? [];
  if (identities.length === 0) return null;
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading}>{text('start.goOnTitle')}</h2>
      <ul>
        {identities.map((identity) => (
          <li key={identity.kind + identity.subjectId}>
            <LinkButton href={pageOf(identity)}>{text('start.goOn', { name: identity.name })}</LinkButton>
            <IdentityPlace identity={identity} />
          </li>
        ))}
      </ul>
    </section>
  );
}
