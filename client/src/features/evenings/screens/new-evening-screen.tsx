import { DEFAULT_END, DEFAULT_START } from '@hillo/domain/evenings';
import { useForm } from '../../../lib/form/use-form.js';
import { request } from '../../../lib/http/request.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type Evening, useShowEvening } from '../api.js';
import {
  checkHoursWritten,
  HOURS_POINTERS,
  HoursField,
  type WrittenHours,
} from '../components/hours-field.js';
import { THEME_POINTERS, themeBody, ThemeField, type WrittenTheme } from '../components/theme-field.js';
import styles from './form.module.css';

type Written = WrittenTheme & WrittenHours & { name: string; address: string };

const NOTHING: Written = {
  themeKey: '',
  ownTheme: '',
  startsAt: { wall: `T${DEFAULT_START}` },
  endsAt: { wall: `T${DEFAULT_END}` },
  name: '',
  address: '',
};

/** Theme, time and place: enough to begin, and to publish (S36). */
export function NewEveningScreen() {
  const text = useText();
  const { timeZone } = useDates();
  const { organisation = '' } = useParams();
  const navigate = useNavigate();
  const show = useShowEvening();
  usePage(text('planning.new.title'));
  const words = { missing: text('planning.new.missing'), choose: text('planning.clock.choose') };
  const form = useForm<Written, Evening>({
    saved: NOTHING,
    keep: `new-evening:${organisation}`,
    fields: { ...THEME_POINTERS, ...HOURS_POINTERS, '#/venue/name': 'place', '#/venue/address': 'address' },
    check: (written) => ({
      ...(written.themeKey === '' ? { theme: text('planning.new.chooseTheme') } : {}),
      ...checkHoursWritten(written, timeZone, words),
      ...(written.name.trim() === '' ? { place: words.missing } : {}),
    }),
    send: (written) =>
      request('POST /api/organisations/:organisation/evenings', {
        params: { organisation },
        body: {
          theme: themeBody(written),
          startsAt: written.startsAt,
          endsAt: written.endsAt,
          venue: { name: written.name, address: written.address },
        },
      }),
    onSaved: (evening) => {
      show(evening);
      navigate(`/organiser/evenings/${evening.id}`);
    },
  });
  return (
    <Stack space="l">
      <PageHeader title={text('planning.new.title')}>
        <Lead>{text('planning.new.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <ThemeField value={form.written} errors={form.errors} onChange={form.write} />
        <HoursField value={form.written} timeZone={timeZone} errors={form.errors} onChange={form.write} />
        <TextField
          id="place"
          label={text('planning.new.place')}
          hint={text('planning.new.placeHint')}
          required
          autoComplete="off"
          value={form.written.name}
          error={form.errors['place']}
          onChange={({ target }) => form.write({ name: target.value })}
        />
        <TextField
          id="address"
          label={text('planning.new.address')}
          autoComplete="off"
          value={form.written.address}
          error={form.errors['address']}
          onChange={({ target }) => form.write({ address: target.value })}
        />
        <div>
          <Button type="submit" busy={form.state === 'sending'}>
            {text('planning.new.submit')}
          </Button>
        </div>
      </form>
    </Stack>
  );
}
