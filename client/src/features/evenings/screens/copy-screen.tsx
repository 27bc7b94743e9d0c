import { COPY_PARTS, type CopyPart } from '@hillo/domain/evenings';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { Fieldset } from '../../../ui/form/fieldset.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type Evening, useEvening, useShowEvening } from '../api.js';
import { WallQuestion } from '../components/wall-question.js';
import { splitWall, type WallTime, wallOf } from '../wall-times.js';
import styles from './form.module.css';

/** A new evening out of this one: which day, and which parts (S49). People are never copied. */
export function CopyScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  const navigate = useNavigate();
  const show = useShowEvening();
  usePage(text('planning.copy.title'));
  const { time } = splitWall(wallOf(evening.startsAt, evening.timeZone).wall);
  const form = useForm<{ startsAt: WallTime; parts: CopyPart[] }, Evening>({
    saved: { startsAt: { wall: `T${time}` }, parts: [...COPY_PARTS] },
    fields: { '#/startsAt/wall': 'copy-day' },
    check: ({ startsAt }) =>
      splitWall(startsAt.wall).day === '' ? { 'copy-day': text('planning.new.missing') } : {},
    send: (body) => request('POST /api/evenings/:evening/copies', { params: { evening: id }, body }),
    onSaved: (made) => {
      show(made);
      navigate(`/organiser/evenings/${made.id}/time`);
    },
  });
  const { startsAt, parts } = form.written;
  const { day, time: start } = splitWall(startsAt.wall);
  return (
    <Stack space="l">
      <PageHeader title={text('planning.copy.title')}>
        <Lead>{text('planning.copy.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <div className={styles.times}>
          <TextField
            id="copy-day"
            type="date"
            required
            label={text('planning.copy.day')}
            value={day}
            error={form.errors['copy-day']}
            onChange={({ target }) => form.write({ startsAt: { wall: `${target.value}T${start}` } })}
          />
          <TextField
            id="copy-start"
            type="time"
            required
            label={text('planning.new.start')}
            value={start}
            onChange={({ target }) => form.write({ startsAt: { wall: `${day}T${target.value}` } })}
          />
        </div>
        <WallQuestion
          id="copy-choice"
          time={startsAt}
          timeZone={evening.timeZone}
          onChange={(chosen) => form.write({ startsAt: chosen })}
        />
        <Fieldset legend={text('planning.copy.parts')}>
          {COPY_PARTS.map((part) => (
            <Checkbox
              key={part}
              label={text(`planning.copy.part.${part}`)}
              checked={parts.includes(part)}
              onChange={({ target }) =>
                form.write({
                  parts: COPY_PARTS.filter((one) => (one === part ? target.checked : parts.includes(one))),
                })
              }
            />
          ))}
        </Fieldset>
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('planning.copy.make')}
          </Button>
        </div>
      </form>
    </Stack>
  );
}
