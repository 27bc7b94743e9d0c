import { formatSpokenCode } from '@hillo/domain/door';
import type { Entry } from '../../../lib/offline/outbox/entry.js';
import { outbox } from '../../../lib/offline/outbox/here.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { nameOf } from '../components/people/person-name.js';
import { useThisDoor } from '../door-context.js';
import { nextNumber } from '../offline/queue-number.js';
import { actOf, doneAt } from '../offline/waiting-acts.js';
import styles from './waiting-screen.module.css';

/** What this phone has not sent yet, and what the server refused: explained, mended or given up by a person. */
export function WaitingScreen() {
  const text = useText();
  const { evening, entries } = useThisDoor();
  usePage(text('door.waiting.title'));
  const refused = entries.filter(({ refusal }) => refusal);
  const waiting = entries.filter(({ refusal }) => !refusal);
  return (
    <>
      <PageHeader title={text('door.waiting.title')} />
      {entries.length === 0 ? (
        <EmptyState title={text('door.waiting.noneTitle')}>{text('door.waiting.none')}</EmptyState>
      ) : null}
      {refused.length > 0 ? (
        <section className={styles.group}>
          <h2>{text('door.waiting.refused', { count: refused.length })}</h2>
          <ul className={styles.list}>
            {refused.map((entry) => (
              <RefusedEntry key={entry.operationId} entry={entry} />
            ))}
          </ul>
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section className={styles.group}>
          <h2>{text('door.waiting.waiting', { count: waiting.length })}</h2>
          <ul className={styles.list}>
            {waiting.map((entry) => (
              <li key={entry.operationId}>
                <What entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <LinkButton look="quiet" href={`/door/${evening}`}>
        {text('door.walkIn.back')}
      </LinkButton>
    </>
  );
}

function RefusedEntry({ entry }: { entry: Entry }) {
  const text = useText();
  const { evening, snapshot } = useThisDoor();
  const act = actOf(entry);
  const mayAdmit = ['on-waitlist', 'registration-cancelled', 'over-capacity'].includes(
    entry.refusal?.code ?? '',
  );
  const letIn = () => {
    if (!act || act.kind === 'undo') return;
    const taken = snapshot.people.filter(({ registration }) => registration === 'confirmed').length;
    const { offline, ...body } = act.body;
    const stamp = offline && { ...offline, number: nextNumber(evening) };
    void outbox().mend(entry.operationId, { body: { ...body, admit: { taken }, offline: stamp } });
  };
  return (
    <li>
      <What entry={entry} />
      <p>
        <strong>{entry.refusal?.title}</strong>
        <br />
        {entry.refusal?.detail}
      </p>
      <div className={styles.actions}>
        {mayAdmit ? (
          <Button look="secondary" onClick={letIn}>
            {text('door.confirm.yes')}
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => void outbox().drop(entry.operationId)}>
          {text('door.waiting.drop')}
        </Button>
      </div>
    </li>
  );
}

/** Whom it is about, what was done and when. */
function What({ entry }: { entry: Entry }) {
  const text = useText();
  const dates = useDates();
  const { snapshot } = useThisDoor();
  const act = actOf(entry);
  if (!act) return null;
  const time = dates.write(doneAt(act, entry), 'timeToSecond');
  const nameById = (sought: string) => {
    const person = snapshot.people.find(({ id }) => id === sought);
    return person ? nameOf(person) : '';
  };
  if (act.kind === 'undo')
    return (
      <p className={styles.what}>
        <bdi>{nameById(act.body.registrationId)}</bdi>
        <span>{text('door.waiting.undone', { time })}</span>
      </p>
    );
  const who = act.kind === 'walk-in' ? undefined : act.body.who;
  return (
    <p className={styles.what}>
      {act.kind === 'walk-in' ? (
        <bdi>{`${act.body.firstName} ${act.body.lastName ?? ''}`.trim()}</bdi>
      ) : who?.by === 'registration' ? (
        <bdi>{nameById(who.id)}</bdi>
      ) : (
        <span>
          {who?.by === 'code'
            ? text('door.state.code', { code: formatSpokenCode(who.code) })
            : text('door.waiting.badge')}
        </span>
      )}
      <span>
        {text(act.kind === 'walk-in' ? 'door.waiting.walkedIn' : 'door.waiting.checkedIn', { time })}
      </span>
    </p>
  );
}
