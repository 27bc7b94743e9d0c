import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { EmptyState } from '../../../ui/feedback/empty-state.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type Evening, useEvening, useShowEvening } from '../api.js';
import { BlockEditor, type WrittenBlock } from '../components/block-editor.js';
import { SaveBar } from '../components/save-bar.js';
import { tellBody, TellFields, UNTOLD, type WrittenTell } from '../components/tell-fields.js';
import { nextBlock, noticesOf, writtenBlocks, wrongBlocks } from '../programme-form.js';
import styles from './form.module.css';

interface Written {
  blocks: WrittenBlock[];
  tell: WrittenTell;
}

const orNull = (time: WrittenBlock['startsAt']) => (time.wall === '' ? null : time);

/** The programme: blocks at any time, tentative until confirmed. */
export function ProgrammeScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  const show = useShowEvening();
  usePage(text('planning.tabs.programme'));
  const form = useForm<Written, Evening>({
    saved: { blocks: writtenBlocks(evening), tell: UNTOLD },
    keep: `evening:${id}:programme`,
    fields: {},
    check: ({ blocks }) =>
      Object.fromEntries(
        wrongBlocks(blocks, evening.timeZone).map(({ control, code }) => [
          control,
          text(`planning.programme.wrong.${code}`),
        ]),
      ),
    send: ({ blocks, tell }) =>
      request('PUT /api/evenings/:evening/programme', {
        params: { evening: id },
        body: {
          blocks: blocks.map((block) => ({
            ...block,
            startsAt: orNull(block.startsAt),
            endsAt: orNull(block.endsAt),
          })),
          tell: tellBody(tell),
        },
      }),
    onSaved: show,
  });
  const { blocks, tell } = form.written;
  const isPublic = evening.state === 'published' || evening.state === 'running';
  const add = () => form.write({ blocks: [...blocks, nextBlock(blocks, evening, randomUuid())] });
  const addButton = (
    <Button look="secondary" onClick={add}>
      {text('planning.programme.add')}
    </Button>
  );
  return (
    <Stack space="l">
      <PageHeader title={text('planning.tabs.programme')}>
        <Lead>{text('planning.programme.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        {blocks.length === 0 ? (
          <EmptyState title={text('planning.programme.emptyTitle')} action={addButton}>
            {text('planning.programme.emptyText')}
          </EmptyState>
        ) : null}
        {blocks.map((block, index) => (
          <BlockEditor
            key={block.id}
            block={block}
            number={index + 1}
            timeZone={evening.timeZone}
            errors={form.errors}
            onChange={(changed) =>
              form.write({ blocks: blocks.map((one) => (one.id === block.id ? changed : one)) })
            }
            onRemove={() => form.write({ blocks: blocks.filter((one) => one.id !== block.id) })}
          />
        ))}
        {blocks.length === 0 ? null : <div>{addButton}</div>}
        {noticesOf(blocks, evening).map((notice) => (
          <Notice key={notice}>{text(`planning.notice.${notice}`)}</Notice>
        ))}
        {isPublic ? <TellFields value={tell} onChange={(changed) => form.write({ tell: changed })} /> : null}
        <SaveBar state={form.state} isUnsaved={form.isUnsaved} onDiscard={form.discard} />
      </form>
    </Stack>
  );
}
