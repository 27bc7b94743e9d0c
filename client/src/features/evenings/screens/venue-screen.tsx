import { VENUE_FEATURES, type VenueFeatures } from '@hillo/domain/evenings';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { ErrorSummary } from '../../../ui/form/error-summary.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { useEvening } from '../api.js';
import { SaveBar } from '../components/save-bar.js';
import { tellBody, TellFields, UNTOLD, type WrittenTell } from '../components/tell-fields.js';
import { usePlanForm } from '../use-plan-form.js';
import styles from './form.module.css';

const DIRECTIONS_MAX = 1500;

/** Yes, no, or not told: a missing answer is never shown as a no. */
function answerOf(told: boolean | undefined): string {
  if (told === undefined) return 'untold';
  return told ? 'yes' : 'no';
}

/** What people have to know of the venue before they decide to come. */
export function VenueScreen() {
  const text = useText();
  const { evening: id = '' } = useParams();
  const evening = useEvening(id);
  usePage(text('planning.tabs.venue'));
  const { features, directions } = evening.venue;
  const form = usePlanForm<{ features: VenueFeatures; directions: string; tell: WrittenTell }>({
    evening,
    part: 'venue',
    saved: { features, directions, tell: UNTOLD },
    fields: { '#/accessibility/directions': 'directions' },
    body: ({ tell, ...accessibility }) => ({ accessibility, tell: tellBody(tell) }),
  });
  const isPublic = evening.state === 'published' || evening.state === 'running';
  const answer = (feature: (typeof VENUE_FEATURES)[number], value: string) => {
    const { [feature]: _, ...others } = form.written.features;
    form.write({ features: value === 'untold' ? others : { ...others, [feature]: value === 'yes' } });
  };
  return (
    <Stack space="l">
      <PageHeader title={text('planning.tabs.venue')}>
        <Lead>{text('planning.venue.lead')}</Lead>
      </PageHeader>
      <form noValidate className={styles.form} onSubmit={(event) => void form.submit(event)}>
        <ErrorSummary faults={form.faults} attempt={form.attempt} />
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        {VENUE_FEATURES.map((feature) => (
          <RadioGroup
            key={feature}
            name={feature}
            legend={text(`evenings.venue.${feature}.label`)}
            value={answerOf(form.written.features[feature])}
            choices={[
              { value: 'yes', label: text(`evenings.venue.${feature}.yes`) },
              { value: 'no', label: text(`evenings.venue.${feature}.no`) },
              { value: 'untold', label: text('planning.venue.untold') },
            ]}
            onChange={(value) => answer(feature, value)}
          />
        ))}
        <TextArea
          id="directions"
          label={text('planning.venue.directions')}
          hint={text('planning.venue.directionsHint')}
          limit={DIRECTIONS_MAX}
          value={form.written.directions}
          error={form.errors['directions']}
          onChange={({ target }) => form.write({ directions: target.value })}
        />
        {isPublic ? <TellFields value={form.written.tell} onChange={(tell) => form.write({ tell })} /> : null}
        <SaveBar state={form.state} isUnsaved={form.isUnsaved} onDiscard={form.discard} />
      </form>
    </Stack>
  );
}
