import { digitsIn } from '@hillo/domain/door';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { CodeInput } from '../../../ui/form/code-input.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { FailureNotice } from '../components/failure-notice.js';
import { sheetByCode } from './api.js';
import { PaperForm } from './paper-form.js';
import styles from './paper.module.css';

/** Host, helper or access host types a paper card in: its code first, then line by line. */
export function PaperEntryScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  usePage(text('paperEntry.title'));
  const open = useMutation({
    mutationFn: async (owner: string) => {
      const sheet = sheetByCode(evening, owner);
      return { sheet, card: await sheet.read() };
    },
  });
  const opened = open.data;
  useEffect(() => {
    if (opened) lines.current?.querySelector<HTMLInputElement>('input[inputmode="numeric"]')?.focus();
  }, [opened]);
  const look = (owner: string) => {
    if (!open.isPending) open.mutate(owner);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(code);
  };
  const another = () => {
    open.reset();
    setCode('');
    requestAnimationFrame(() => field.current?.focus());
  };
  return (
    <div className={styles.screen}>
      <PageHeader title={text('paperEntry.title')}>
        <Lead>{text('paperEntry.lead')}</Lead>
      </PageHeader>
      {opened ? (
        <>
          <div ref={lines}>
            <PaperForm key={opened.sheet.key} sheet={opened.sheet} opened={opened.card} />
          </div>
          <div>
            <Button onClick={another}>{text('paperEntry.another')}</Button>
          </div>
        </>
      ) : (
        <form noValidate className={styles.owner} onSubmit={submit}>
          <CodeInput
            ref={field}
            read={digitsIn}
            label={text('paperEntry.owner')}
            marked={false}
            value={code}
            onChange={(typed) => {
              setCode(typed);
              open.reset();
            }}
            onComplete={look}
          />
          <FailureNotice error={open.error} />
          <Button type="submit" busy={open.isPending}>
            {text('paperEntry.open')}
          </Button>
        </form>
      )}
    </div>
  );
}
