import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepAnswers } from '../../../lib/offline/kept-reads.js';
import type { Scope } from '../../../lib/offline/outbox/entry.js';
import { outbox } from '../../../lib/offline/outbox/here.js';
import { useReach } from '../../../lib/offline/use-reach.js';
import { useEntries, useOutboxState } from '../../../lib/offline/waiting.js';
import { useText } from '../../../lib/texts/texts.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { StatusLine } from '../../../ui/feedback/status-line.js';
import { connectionOf, SIGNS } from './connection.js';
import styles from './connection-line.module.css';

/** A state that passes sooner is not worth a look. */
const SETTLED_MS = 700;

interface ConnectionLineProps {
  /** Whose entries are counted. */
  scope: Scope;
  /** Where the refused ones are explained. */
  listHref: string;
}

/** The quiet line of a shell that works without network: how the connection is and what waits. */
export function ConnectionLine({ scope, listHref }: ConnectionLineProps) {
  const text = useText();
  const announce = useAnnounce();
  const { away } = useReach();
  const { held, outlivesPage } = useOutboxState();
  const entries = useEntries(scope);
  const client = useQueryClient();
  useEffect(() => void outbox(), []);
  useEffect(() => keepAnswers(client), [client]);
  const now = connectionOf(entries, away, held.has(scope));
  const shown = useSettled(now.kind);
  const words = text(`offline.connection.${shown}`, { count: now.waiting });
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
        <StatusLine sign="warning" words="">
          <a href={listHref}>{text('offline.connection.refused', { count: now.refused })}</a>
        </StatusLine>
      ) : null}
      {isAlone && !outlivesPage ? (
        <StatusLine sign="warning" words={text('offline.connection.notKept')} />
      ) : null}
      {away && !window.isSecureContext ? (
        <StatusLine sign="info" words={text('offline.connection.insecure')} />
      ) : null}
    </div>
  );
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
