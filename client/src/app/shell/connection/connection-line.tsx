import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepAnswers } from '../../../lib/offline/kept-reads.js';
import { outbox } from '../../../lib/offline/outbox/here.js';
import { keepShell, useLaterRelease } from '../../../lib/offline/release.js';
import { useReach } from '../../../lib/offline/use-reach.js';
import { useEntries, useOutboxState } from '../../../lib/offline/waiting.js';
import { whenIdle } from '../../../lib/page/when-idle.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { StatusLine } from '../../../ui/feedback/status-line.js';
import { type Connection, connectionOf, SIGNS } from './connection.js';
import type { ConnectionProps } from './connection-place.js';
import styles from './connection-line.module.css';

/** A state that passes sooner is not worth a look. */
const SETTLED_MS = 700;

/** The quiet line of a shell that works without network: how the connection is and what waits. */
export function ConnectionLine({ shell, scope, listHref, isBusy = false }: ConnectionProps) {
  const text = useText();
  const announce = useAnnounce();
  const { held, outlivesPage } = useOutboxState();
  const entries = useEntries(scope);
  const client = useQueryClient();
  const { away } = useReach();
  useEffect(() => readAfterDeliveries(client), [client]);
  useReadWhenBack(client, away);
  useEffect(() => keepAnswers(client), [client]);
  useEffect(() => whenIdle(() => keepShell(shell)), [shell]);
  const takeLaterRelease = useLaterRelease();
  const now = connectionOf(entries, away, held.has(scope));
  const { kind: shown, waiting } = useSettled(now);
  const words = text(`offline.connection.${shown}`, { count: waiting });
  const tell = useEffectEvent(() => announce(words));
  const told = useRef(shown);
  useEffect(() => {
    if (told.current === shown) return;
    told.current = shown;
    tell();
  }, [shown]);
  const isAlone = now.waiting > 0 || away;
  return (
    <div className={styles.lines}>
      <StatusLine sign={SIGNS[shown]} words={words} />
      {now.refused > 0 ? (
        <StatusLine sign="warning">
          <a href={listHref}>{text('offline.connection.refused', { count: now.refused })}</a>
        </StatusLine>
      ) : null}
      {isAlone && !outlivesPage ? (
        <StatusLine sign="warning" words={text('offline.connection.notKept')} />
      ) : null}
      {away && !window.isSecureContext ? (
        <StatusLine sign="info" words={text('offline.connection.insecure')} />
      ) : null}
      {takeLaterRelease && !isBusy ? (
        <StatusLine sign="info" words={text('offline.release.ready')}>
          <Button look="quiet" onClick={takeLaterRelease}>
            {text('offline.release.now')}
          </Button>
        </StatusLine>
      ) : null}
    </div>
  );
}

/** Several that leave together are read once. */
const GATHER_MS = 300;

/** What was sent while nobody looked on changed what the pages show. */
function readAfterDeliveries(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = outbox().watchDeliveries((_entry, lookedOn) => {
    if (lookedOn) return;
    clearTimeout(timer);
    timer = setTimeout(() => void client.invalidateQueries(), GATHER_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** Phones that lost the network together notice its return at different moments (`useReach`), so they may read at once. */
function useReadWhenBack(client: QueryClient, away: boolean): void {
  const wasAway = useRef(away);
  useEffect(() => {
    if (wasAway.current && !away) void client.invalidateQueries();
    wasAway.current = away;
  }, [client, away]);
}

/** A state that lasts; its number is always that of the state that is shown. */
function useSettled({ kind, waiting }: Connection): Connection {
  const [settled, setSettled] = useState({ kind, waiting });
  const isSame = settled.kind === kind;
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ kind, waiting }), isSame ? 0 : SETTLED_MS);
    return () => clearTimeout(timer);
  }, [kind, waiting, isSame]);
  return settled;
}
