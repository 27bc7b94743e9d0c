import { SQUARES } from '@hillo/domain/bingo';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from '../../../lib/form/use-form.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type EveningPrompt, type EveningPrompts, promptsQuery, savePrompts } from './api.js';
import styles from './desk.module.css';
import { PROMPT_FIELDS } from './prompt-fields.js';
import { PromptEditor } from './prompt-editor.js';

/** The organiser's nine squares: which, in whose words, which are coloured; locked by the first card (product rule 2). */
export function PromptsScreen() {
  const text = useText();
  const client = useQueryClient();
  const { evening = '' } = useParams();
  const { data } = useSuspenseQuery(promptsQuery(evening));
  usePage(text('bingoDesk.prompts.title'));
  const form = useForm<{ prompts: EveningPrompts['prompts'] }, EveningPrompts>({
    saved: { prompts: data.prompts },
    send: ({ prompts }) => savePrompts(evening, prompts),
    onSaved: (saved) => client.setQueryData(promptsQuery(evening).queryKey, saved),
    fields: PROMPT_FIELDS,
    keep: `prompts.${evening}`,
  });
  const { prompts } = form.written;
  const change = (index: number, prompt: EveningPrompt) =>
    form.write({ prompts: prompts.map((one, place) => (place === index ? prompt : one)) });
  const count = prompts.filter(({ coloured }) => coloured).length;
  return (
    <div className={styles.screen}>
      <PageHeader title={text('bingoDesk.prompts.title')}>
        <Lead>{text('bingoDesk.prompts.lead')}</Lead>
      </PageHeader>
      {data.locked ? <Notice>{text('bingoDesk.prompts.locked')}</Notice> : null}
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        {form.state === 'saved' ? (
          <Notice kind="success" announce>
            {text('bingoDesk.prompts.saved')}
          </Notice>
        ) : null}
        {SQUARES.map((place) => {
          const prompt = prompts[place];
          return prompt ? (
            <PromptEditor
              key={place}
              index={place}
              prompt={prompt}
              taken={prompts.map(({ id }) => id)}
              locked={data.locked}
              errors={form.errors}
              onChange={(changed) => change(place, changed)}
            />
          ) : null;
        })}
        <p>{text('bingoDesk.prompts.colouredCount', { count })}</p>
        <Button type="submit" busy={form.state === 'sending'}>
          {text('bingoDesk.prompts.save')}
        </Button>
      </form>
    </div>
  );
}
