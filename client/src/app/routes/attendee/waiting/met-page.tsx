import { MetScreen } from '../../../../features/encounters/screens/met-screen.js';
import styles from '../../../../features/encounters/screens/encounters.module.css';
import { useEntries } from '../../../../lib/offline/waiting.js';
import { useParams } from '../../../../lib/router/routes.js';
import { useText } from '../../../../lib/texts/texts.js';
import { SignIcon } from '../../../../ui/feedback/sign-icon.js';
import { entryHref, entryTitle, SCAN } from './entry-words.js';

/** Everybody met, and before them those who wait for the network to be somebody. */
export function MetPage() {
  const text = useText();
  const { registration = '' } = useParams();
  const scans = useEntries(`registration:${registration}`).filter(({ route }) => route === SCAN);
  const lines = scans.map((entry) => (
    <li key={entry.operationId}>
      <a href={entryHref(`/me/${registration}`, entry)} className={styles.row}>
        <SignIcon sign={entry.refusal ? 'warning' : 'info'} />
        <span className={styles.words}>
          <strong>{entryTitle(text, entry)}</strong>
          <span>{entry.refusal ? entry.refusal.title : text('waiting.list.waiting')}</span>
        </span>
      </a>
    </li>
  ));
  return <MetScreen waiting={{ count: scans.length, lines }} />;
}
