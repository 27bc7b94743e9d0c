import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { dates } from '@hillo/i18n';
import { useState } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Marker } from '../../../ui/marker/marker.js';
import { Lead } from '../../../ui/text/text.js';
import {
  publicEveningQuery,
  type PublicEvening,
  type Registered as Answer,
  registrationFormQuery,
  type RegistrationForm as Form,
} from '../api.js';
import { EveningFrame, EveningStory } from '../components/evening-facts.js';
import { RegistrationForm } from '../components/form/registration-form.js';
import { LinkAgain } from '../components/link-again.js';
import { Registered } from '../components/registered.js';
import { ShareButton } from '../components/share-button.js';
import styles from '../components/evening.module.css';

interface Done {
  readonly registered: Answer;
  readonly firstName: string;
}

/** `/e/:slug`: the page that people share, and the form. */
export function EveningScreen() {
  const text = useText();
  const { locale } = useLanguage();
  const { slug = '' } = useParams();
  const { data: evening } = useSuspenseQuery(publicEveningQuery(slug, locale));
  const { data: form } = useSuspenseQuery(registrationFormQuery(slug));
  const name = evening.title === '' ? evening.theme.text : evening.title;
  usePage(name);
  const client = useQueryClient();
  const [done, setDone] = useState<Done>();
  const register = (registered: Answer, firstName: string) => {
    setDone({ registered, firstName });
    void client.invalidateQueries({ queryKey: registrationFormQuery(slug).queryKey });
  };
  if (done)
    return (
      <Stack space="l">
        <PageHeader title={name} over={evening.title === '' ? text('app.tagline') : evening.theme.text} />
        <EveningFrame evening={evening} />
        <Registered {...done} evening={evening} onAnother={() => setDone(undefined)} />
      </Stack>
    );
  return (
    <Stack space="l">
      <div className={styles.hero}>
        <div className={styles.shelf} aria-hidden="true">
          <Marker jam="blueberry" icon="town-hall" size="m" />
          <Marker jam="cloudberry" icon="people" size="m" />
          <Marker jam="raspberry" icon="shop" size="m" />
        </div>
        <PageHeader title={name} over={evening.title === '' ? text('app.tagline') : evening.theme.text} />
        <EveningFrame evening={evening} />
        <Standing evening={evening} form={form} />
        <ButtonRow>
          {form.answer === 'open' ? (
            <LinkButton href="#register">{text('signUp.page.register')}</LinkButton>
          ) : null}
          <ShareButton title={name} url={evening.publicUrl} />
          <LinkButton look="quiet" href={`/api/public/evenings/${slug}/calendar`} download>
            {text('evenings.page.calendar')}
          </LinkButton>
        </ButtonRow>
      </div>
      <div className={styles.columns}>
        <div className={styles.story}>
          <EveningStory evening={evening} />
        </div>
        <SignUp evening={evening} form={form} onRegistered={register} />
      </div>
    </Stack>
  );
}

/** Whether one can come, said kindly. */
function Standing({ evening, form }: { evening: PublicEvening; form: Form }) {
  const text = useText();
  const { locale } = useLanguage();
  if (evening.state === 'cancelled') return <Notice kind="warning">{text('evenings.page.cancelled')}</Notice>;
  if (form.answer === 'not-yet' && evening.registrationOpensAt !== null) {
    const when = dates(locale, evening.timeZone).write(evening.registrationOpensAt, 'dateTime');
    return <Notice>{text('signUp.page.opensAt', { when })}</Notice>;
  }
  if (form.answer !== 'open') return <Notice>{text(`evenings.registration.${form.answer}`)}</Notice>;
  if (form.free === 0 || form.waiting > 0)
    return (
      <Notice title={text('signUp.page.fullTitle')}>
        {text('signUp.page.full', { waiting: form.waiting })}
      </Notice>
    );
  return (
    <Stack space="s">
      <Lead>{text('signUp.page.welcome')}</Lead>
      {form.free === null ? null : (
        <p className={styles.seats}>{text('signUp.page.free', { count: form.free })}</p>
      )}
    </Stack>
  );
}

function SignUp({
  evening,
  form,
  onRegistered,
}: {
  evening: PublicEvening;
  form: Form;
  onRegistered: (registered: Answer, firstName: string) => void;
}) {
  const text = useText();
  return (
    <Stack space="l">
      {form.answer === 'open' ? (
        <section id="register" tabIndex={-1} aria-labelledby="register-title">
          <Stack>
            <h2 id="register-title">{text('signUp.form.title')}</h2>
            <p>{text('signUp.form.intro')}</p>
            <RegistrationForm slug={evening.slug} form={form} onRegistered={onRegistered} />
          </Stack>
        </section>
      ) : null}
      <Disclosure summary={text('signUp.page.lostLink')}>
        <LinkAgain slug={evening.slug} />
      </Disclosure>
    </Stack>
  );
}
