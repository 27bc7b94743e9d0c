import { useEffect, useRef, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import { isProblem } from '../../../lib/http/problem-error.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { Segments } from '../../../ui/form/segments.js';
import type { DoorPerson } from '../api.js';
import { BadgeScan } from '../components/finding/badge-scan.js';
import { CodeEntry } from '../components/finding/code-entry.js';
import { DoorCounts } from '../components/people/door-counts.js';
import { EntryCard } from '../components/entry-card.js';
import { GiveBadge } from '../components/give-badge.js';
import { DoorWarnings } from '../components/offline/door-warnings.js';
import { NameSearch } from '../components/finding/name-search.js';
import { OwnLinkDialog } from '../components/own-link-dialog.js';
import { useThisDoor } from '../door-context.js';
import { type Way, WAYS } from '../ways.js';
import styles from './door-screen.module.css';

/** The door on one screen: find who stands here, see what came of it, next. */
export function DoorScreen() {
  const text = useText();
  const { evening, snapshot, entries, away, acts, way, setWay } = useThisDoor();
  const [query, setQuery] = useState('');
  const [isForeign, setForeign] = useState(false);
  const [linkFor, setLinkFor] = useState<{ person: DoorPerson; operationId: string }>();
  const [badgeFor, setBadgeFor] = useState<DoorPerson>();
  const field = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  usePage(text('door.title'));

  const entry = acts.result?.kind === 'entry' ? acts.result.entry : undefined;
  const done = acts.result?.kind === 'entry' ? acts.result.operationId : undefined;
  const waits = entries.some(({ operationId, refusal }) => operationId === done && !refusal);
  const scans = way === 'scan';
  // Who found by name or code goes on by a button; it takes the focus that the chosen name had.
  useEffect(() => {
    if (entry && !scans) next.current?.focus({ preventScroll: true });
  }, [entry, scans]);

  const begin = (act: () => void) => {
    if (acts.question) return;
    setForeign(false);
    setQuery('');
    act();
  };
  const choose = (chosen: Way) => {
    setWay(chosen);
    setForeign(false);
    acts.clear();
  };
  const goOn = () => {
    acts.clear();
    requestAnimationFrame(() => field.current?.focus());
  };
  const findsHere = !entry || scans;

  return (
    <>
      <header className={styles.head}>
        <h1 tabIndex={-1}>{snapshot.evening.name}</h1>
        {snapshot.you ? <p>{text('door.heldBy', { name: snapshot.you })}</p> : null}
      </header>
      <DoorWarnings snapshot={snapshot} />
      <DoorCounts people={snapshot.people} />
      <Segments
        legend={text('door.ways.legend')}
        value={way}
        choices={WAYS.map((value) => ({ value, label: text(`door.ways.${value}`) }))}
        onChange={choose}
      />
      {scans ? (
        <BadgeScan
          onBadge={(token) => begin(() => void acts.checkIn({ by: 'badge', token }))}
          onOther={() => begin(() => setForeign(true))}
        />
      ) : null}
      {way === 'name' && findsHere ? (
        <NameSearch
          people={snapshot.people}
          query={query}
          onQuery={setQuery}
          onChoose={({ id }) => begin(() => void acts.checkIn({ by: 'registration', id }))}
          field={field}
        />
      ) : null}
      {way === 'code' && findsHere ? (
        <CodeEntry
          busy={acts.result?.kind === 'working'}
          onCode={(code) => begin(() => void acts.checkIn({ by: 'code', code }))}
        />
      ) : null}
      {isForeign ? (
        <Notice kind="warning" announce>
          {text('door.scan.notBadge')}
        </Notice>
      ) : null}
      {acts.result?.kind === 'working' && !isForeign ? <Spinner words={text('door.result.working')} /> : null}
      {acts.result?.kind === 'refused' && !isForeign ? <Refusal error={acts.result.error} /> : null}
      {acts.result?.kind === 'unverified' && !isForeign ? (
        <Notice kind="warning" title={text('door.offline.unverifiedTitle')}>
          {text('door.offline.unverified')}
        </Notice>
      ) : null}
      {entry && !isForeign ? (
        <EntryCard
          entry={entry}
          waits={waits}
          away={away}
          onUndo={() => void acts.undo(entry.person.id)}
          onCheckIn={({ id }) => void acts.checkIn({ by: 'registration', id })}
          onShowLink={() => setLinkFor({ person: entry.person, operationId: randomUuid() })}
          onGiveBadge={() => setBadgeFor(entry.person)}
          next={
            scans ? null : (
              <Button ref={next} wide onClick={goOn}>
                {text('door.result.next')}
              </Button>
            )
          }
        />
      ) : null}
      <nav className={styles.more} aria-label={text('door.more')}>
        <LinkButton look="secondary" wide href={`/door/${evening}/walk-in`}>
          {text('door.walkIn.open')}
        </LinkButton>
        <LinkButton look="secondary" wide href={`/door/${evening}/people`}>
          {text('door.people.open')}
        </LinkButton>
        {entries.length > 0 ? (
          <LinkButton look="secondary" wide href={`/door/${evening}/waiting`}>
            {text('door.waiting.title')}
          </LinkButton>
        ) : null}
      </nav>
      <GiveBadge evening={evening} person={badgeFor} onClose={() => setBadgeFor(undefined)} />
      <OwnLinkDialog
        evening={evening}
        person={linkFor?.person}
        operationId={linkFor?.operationId ?? ''}
        onClose={() => setLinkFor(undefined)}
      />
    </>
  );
}

/** What this phone refuses by itself, in its own words. */
const OWN_REFUSALS = [
  'badge-unknown',
  'spoken-code-slip',
  'spoken-code-malformed',
  'evening-not-open',
] as const;

function Refusal({ error }: { error: unknown }) {
  const text = useText();
  const own = OWN_REFUSALS.find((code) => isProblem(error, code) && error.title === '');
  const { title, detail } = own
    ? { title: text(`door.refusal.${own}.title`), detail: text(`door.refusal.${own}.detail`) }
    : problemText(text, error);
  return (
    <Notice kind="error" announce title={title}>
      {detail}
    </Notice>
  );
}
