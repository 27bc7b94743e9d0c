import { EVENING_TEXTS, type EveningTexts } from '@hillo/domain/evenings';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { useEvening } from '../api.js';
import { SaveBar } from '../components/save-bar.js';
import { tellBody, TellFields, UNTOLD, type WrittenTell } from '../components/tell-fields.js';
import { usePlanForm } from '../use-plan-form.js';
import styles from './form.module.css';

const LIMITS = { description: 4000, can: 1500, cannot: 1500 } as const;

/** The organiser's own words, and what the evening can and cannot do (S22). */
export function TextsScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  usePage(text('planning.tabs.texts'));
  const { title, description, can, cannot } = evening;
  const form = usePlanForm<EveningTexts & { tell: WrittenTell }>({
    evening,
    part: 'texts',
    saved: { title, description, can, cannot, tell: UNTOLD },
    fields: Object.fromEntries(EVENING_TEXTS.map((name) => [`#/texts/${name}`, name])),
    body: ({ tell, ...texts }) => ({ texts, tell: tellBody(tell) }),
  });
  const isPublic = evening.state === 'published' || evening.state === 'running';
  return (
    <Stack space="l">
      <PageHeader title={text('planning.tabs.texts')}>
        <Lead>{text('planning.texts.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <TextField
          id="title"
          label={text('planning.texts.title')}
          hint={text('planning.texts.titleHint')}
          value={form.written.title}
          error={form.errors['title']}
          onChange={({ target }) => form.write({ title: target.value })}
        />
        {(['description', 'can', 'cannot'] as const).map((name) => (
          <TextArea
            key={name}
            id={name}
            label={text(`planning.texts.${name}`)}
            hint={text(`planning.texts.${name}Hint`)}
            limit={LIMITS[name]}
            rows={name === 'description' ? 8 : 4}
            value={form.written[name]}
            error={form.errors[name]}
            onChange={({ target }) => form.write({ [name]: target.value })}
          />
        ))}
        {isPublic ? <TellFields value={form.written.tell} onChange={(tell) => form.write({ tell })} /> : null}
        <SaveBar state={form.state} isUnsaved={form.isUnsaved} onDiscard={form.discard} />
      </form>
    </Stack>
  );
}
