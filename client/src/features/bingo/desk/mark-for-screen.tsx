import { digitsIn } from '@hillo/domain/door';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { takes } from '@hillo/domain/bingo';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { CodeInput } from '../../../ui/form/code-input.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { FailureNotice } from '../components/failure-notice.js';
import { promptWords } from '../prompt-words.js';
import { type HostSquares, markFor, squaresFor } from './api.js';
import styles from './desk.module.css';

const NOBODY = { owner: '', other: '' };

/** The host enters a mark for somebody with a paper card or without a phone, by both spoken codes. */
export function MarkForScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const [codes, setCodes] = useState(NOBODY);
  usePage(text('bingoDesk.markFor.title'));
  const look = useMutation({ mutationFn: () => squaresFor(evening, codes) });
  const enter = useMutation({ mutationFn: (square: number) => markFor(evening, codes, square) });
  const write = (change: Partial<typeof codes>) => {
    setCodes({ ...codes, ...change });
    look.reset();
    enter.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!look.isPending) look.mutate();
  };
  const done = enter.data;
  return (
    <div className={styles.form}>
      <PageHeader title={text('bingoDesk.markFor.title')}>
        <Lead>{text('bingoDesk.markFor.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.prompt} onSubmit={submit}>
        <CodeInput
          read={digitsIn}
          label={text('bingoDesk.markFor.owner')}
          marked={false}
          value={codes.owner}
          onChange={(owner) => write({ owner })}
        />
        <CodeInput
          read={digitsIn}
          label={text('bingoDesk.markFor.other')}
          marked={false}
          value={codes.other}
          onChange={(other) => write({ other })}
        />
        <FailureNotice error={look.error ?? enter.error} />
        {look.data ? null : (
          <Button type="submit" busy={look.isPending}>
            {text('bingoDesk.markFor.find')}
          </Button>
        )}
      </form>
      {done ? (
        <Notice
          kind="success"
          announce
          title={text('bingoDesk.markFor.done', {
            owner: done.owner.firstName,
            other: done.other.firstName,
          })}
          actions={<Button onClick={() => write(NOBODY)}>{text('bingoDesk.markFor.next')}</Button>}
        >
          {text('bingoDesk.markFor.rows', { count: done.rows })}
        </Notice>
      ) : look.data ? (
        <Squares found={look.data} busy={enter.isPending} onChoose={(square) => enter.mutate(square)} />
      ) : null}
    </div>
  );
}

interface SquaresProps {
  found: HostSquares;
  busy: boolean;
  onChoose: (square: number) => void;
}

function Squares({ found, busy, onChoose }: SquaresProps) {
  const text = useText();
  const open = found.squares.filter(({ verdict }) => takes(verdict));
  return (
    <section className={styles.prompt}>
      <h2>
        {text('bingoDesk.markFor.choose', {
          owner: found.owner.firstName,
          other: found.other.firstName,
        })}
      </h2>
      {open.length === 0 ? <p>{text('bingoDesk.markFor.none')}</p> : null}
      {open.map(({ square, prompt }) => (
        <Button key={square} look="secondary" wide busy={busy} onClick={() => onChoose(square)}>
          {promptWords(text, prompt).title}
        </Button>
      ))}
    </section>
  );
}
