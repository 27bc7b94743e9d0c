import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { type Evening, useEvening } from '../api.js';
import {
  checkHoursWritten,
  HOURS_POINTERS,
  HoursField,
  type WrittenHours,
} from '../components/hours-field.js';
import { SaveBar } from '../components/save-bar.js';
import { type Difference, TellDialog } from '../components/tell-dialog.js';
import {
  OWN_THEME,
  THEME_POINTERS,
  themeBody,
  ThemeField,
  type WrittenTheme,
} from '../components/theme-field.js';
import { usePlanForm } from '../use-plan-form.js';
import { exactWallOf, instantOf } from '../wall-times.js';
import styles from './form.module.css';

type Written = WrittenTheme & WrittenHours & { name: string; address: string };

function writtenOf({ theme, startsAt, endsAt, timeZone, venue }: Evening): Written {
  return {
    themeKey: theme.key ?? OWN_THEME,
    ownTheme: theme.key === null ? theme.text : '',
    startsAt: exactWallOf(startsAt, timeZone),
    endsAt: exactWallOf(endsAt, timeZone),
    name: venue.name,
    address: venue.address,
  };
}

/** Theme, time and place of an evening that is there already; people hear of a new time or place. */
export function TimePlaceScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  usePage(text('planning.tabs.time'));
  const words = { missing: text('planning.new.missing'), choose: text('planning.clock.choose') };
  const form = usePlanForm<Written>({
    evening,
    part: 'time',
    saved: writtenOf(evening),
    fields: { ...THEME_POINTERS, ...HOURS_POINTERS, '#/venue/name': 'place', '#/venue/address': 'address' },
    check: (written) => checkHoursWritten(written, evening.timeZone, words),
    body: (written) => ({
      theme: themeBody(written),
      time: { startsAt: written.startsAt, endsAt: written.endsAt },
      venue: { name: written.name, address: written.address },
    }),
  });
  const differences = useDifferences(evening, form.written);
  const failure = form.mustConfirm ? undefined : form.failure;
  return (
    <Stack space="l">
      <PageHeader title={text('planning.tabs.time')} />
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        <ThemeField value={form.written} errors={form.errors} onChange={form.write} />
        <HoursField
          value={form.written}
          timeZone={evening.timeZone}
          errors={form.errors}
          onChange={form.write}
        />
        <TextField
          id="place"
          label={text('planning.new.place')}
          required
          value={form.written.name}
          error={form.errors['place']}
          onChange={({ target }) => form.write({ name: target.value })}
        />
        <TextField
          id="address"
          label={text('planning.new.address')}
          value={form.written.address}
          error={form.errors['address']}
          onChange={({ target }) => form.write({ address: target.value })}
        />
        <SaveBar state={form.state} isUnsaved={form.isUnsaved} onDiscard={form.discard} />
      </form>
      <TellDialog
        open={form.mustConfirm || form.confirming}
        title={text('planning.tell.title')}
        lead={text('planning.tell.lead')}
        differences={differences}
        confirm={text('planning.tell.confirm')}
        busy={form.confirming}
        onConfirm={(own) => void form.confirm(own)}
        onClose={form.forgive}
      />
    </Stack>
  );
}

/** What people who planned to come have to know: from what to what. */
function useDifferences(evening: Evening, written: Written): readonly Difference[] {
  const text = useText();
  const write = useDates();
  const span = (start: Date | string | undefined, end: Date | string | undefined) =>
    start === undefined || end === undefined ? '' : write.span(start, end, 'longDateTime');
  const place = (name: string, address: string) => [name, address].filter((part) => part !== '').join(', ');
  const all: readonly Difference[] = [
    {
      label: text('evenings.page.when'),
      before: span(evening.startsAt, evening.endsAt),
      after: span(instantOf(written.startsAt, evening.timeZone), instantOf(written.endsAt, evening.timeZone)),
    },
    {
      label: text('evenings.page.where'),
      before: place(evening.venue.name, evening.venue.address),
      after: place(written.name, written.address),
    },
  ];
  return all.filter(({ before, after }) => before !== after);
}
