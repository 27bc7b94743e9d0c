import { REGISTRATION_SWITCHES, type RegistrationSwitch } from '@hillo/domain/evenings';
import type { SideOverrides } from '@hillo/domain/registration';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { TextField } from '../../../ui/form/text-field.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { useEvening } from '../api.js';
import { SaveBar } from '../components/save-bar.js';
import { SidesField } from '../components/sides-field.js';
import { WallQuestion } from '../components/wall-question.js';
import { usePlanForm } from '../use-plan-form.js';
import { exactWallOf, type WallTime } from '../wall-times.js';
import styles from './form.module.css';

interface Written {
  by: RegistrationSwitch;
  opensAt: WallTime;
  closesAt: WallTime;
  capacity: string;
  sideOverrides: SideOverrides;
}

const orNull = (time: WallTime) => (time.wall === '' ? null : time);

/** When people may register and how many, and which side a sector plays on this evening. */
export function RegistrationSettingsScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  usePage(text('planning.tabs.registration'));
  const { timeZone, registration } = evening;
  const form = usePlanForm<Written>({
    evening,
    part: 'registration',
    saved: {
      by: registration.by,
      opensAt: exactWallOf(registration.opensAt, timeZone),
      closesAt: exactWallOf(registration.closesAt, timeZone),
      capacity: evening.capacity === null ? '' : String(evening.capacity),
      sideOverrides: evening.sideOverrides,
    },
    fields: {
      '#/capacity': 'capacity',
      '#/registration/opensAt/wall': 'opens-at',
      '#/registration/closesAt/wall': 'closes-at',
    },
    check: ({ capacity }) =>
      /^\d*$/.test(capacity.trim()) ? {} : { capacity: text('planning.registration.capacityWrong') },
    body: (written) => ({
      capacity: written.capacity.trim() === '' ? null : Number(written.capacity),
      registration: {
        by: written.by,
        opensAt: orNull(written.opensAt),
        closesAt: orNull(written.closesAt),
      },
      sideOverrides: written.sideOverrides,
    }),
  });
  const moment = (name: 'opensAt' | 'closesAt', controlId: string) => (
    <>
      <TextField
        id={controlId}
        type="datetime-local"
        label={text(`planning.registration.${name}`)}
        hint={text(`planning.registration.${name}Hint`)}
        value={form.written[name].wall}
        error={form.errors[controlId]}
        onChange={({ target }) => form.write({ [name]: { wall: target.value.slice(0, 16) } })}
      />
      <WallQuestion
        id={`${controlId}-choice`}
        time={form.written[name]}
        timeZone={timeZone}
        onChange={(time) => form.write({ [name]: time })}
      />
    </>
  );
  return (
    <Stack space="l">
      <PageHeader title={text('planning.tabs.registration')} />
      <Notice>{text(`evenings.registration.${evening.registrationAnswer}`)}</Notice>
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <RadioGroup
          name="by"
          legend={text('planning.registration.by')}
          value={form.written.by}
          choices={REGISTRATION_SWITCHES.map((by) => ({
            value: by,
            label: text(`planning.registration.switch.${by}`),
          }))}
          onChange={(by) => form.write({ by: REGISTRATION_SWITCHES.find((one) => one === by) ?? 'by-time' })}
        />
        {moment('opensAt', 'opens-at')}
        {moment('closesAt', 'closes-at')}
        <TextField
          id="capacity"
          inputMode="numeric"
          label={text('planning.registration.capacity')}
          hint={text('planning.registration.capacityHint')}
          value={form.written.capacity}
          error={form.errors['capacity']}
          onChange={({ target }) => form.write({ capacity: target.value })}
        />
        <Disclosure summary={text('planning.sides.title')}>
          <SidesField
            value={form.written.sideOverrides}
            onChange={(sideOverrides) => form.write({ sideOverrides })}
          />
        </Disclosure>
        <SaveBar state={form.state} isUnsaved={form.isUnsaved} onDiscard={form.discard} />
      </form>
    </Stack>
  );
}
