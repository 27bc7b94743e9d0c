import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { dates } from '@hillo/i18n';
import { useState } from 'react';
import { useParams } from 'react-router';
import { usePage } from '../../../lib/page/use-page.js';
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

/** `/e/:slug`: the page that people share, and the form. */
export function EveningScreen() {
  const text = useText();
  const { locale } = useLanguage();
  const { slug = '' } = useParams();
  const { data: evening } = useSuspenseQuery(publicEveningQuery(slug, locale));
  const { data: form } = useSuspenseQuery(registrationFormQuery(slug));
  const name = evening.title === '' ? evening.theme.text : evening.title;
  usePage(name);
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
            <LinkButton href="#register">{text('registration.page.register')}</LinkButton>
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
        <SignUp evening={evening} form={form} />
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
    return <Notice>{text('registration.page.opensAt', { when })}</Notice>;
  }
  if (form.answer !== 'open') return <Notice>{text(`evenings.registration.${form.answer}`)}</Notice>;
  if (form.free === 0 || form.waiting > 0)
    return (
      <Notice title={text('registration.page.fullTitle')}>
        {text('registration.page.full', { waiting: form.waiting })}
      </Notice>
    );
  return (
    <Stack space="s">
      <Lead>{text('registration.page.welcome')}</Lead>
      {form.free === null ? null : (
        <p className={styles.seats}>{text('registration.page.free', { count: form.free })}</p>
      )}
    </Stack>
  );
}

function SignUp({ evening, form }: { evening: PublicEvening; form: Form }) {
  const text = useText();
  const client = useQueryClient();
  const [done, setDone] = useState<{ registered: Answer; firstName: string }>();
  const refresh = () =>
    void client.invalidateQueries({ queryKey: registrationFormQuery(evening.slug).queryKey });
  return (
    <Stack space="l">
      {done ? (
        <Registered {...done} evening={evening} onAnother={() => setDone(undefined)} />
      ) : form.answer === 'open' ? (
        <section id="register" tabIndex={-1} aria-labelledby="register-title">
          <Stack>
            <h2 id="register-title">{text('registration.form.title')}</h2>
            <p>{text('registration.form.intro')}</p>
            <RegistrationForm
              slug={evening.slug}
              form={form}
              onRegistered={(registered, firstName) => {
                setDone({ registered, firstName });
                refresh();
              }}
            />
          </Stack>
        </section>
      ) : null}
      <Disclosure summary={text('registration.page.lostLink')}>
        <LinkAgain slug={evening.slug} />
      </Disclosure>
    </Stack>
  );
}
