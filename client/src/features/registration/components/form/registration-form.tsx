import { REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { isLocale, LOCALES } from '@hillo/domain/shared';
import { useForm } from '../../../../lib/form/use-form.js';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useLanguage, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { ErrorSummary } from '../../../../ui/form/error-summary.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { Select } from '../../../../ui/form/select.js';
import { TextArea } from '../../../../ui/form/text-area.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import { type Registered, type RegistrationForm as Form, suggestForSlug } from '../../api.js';
import { emptyForm, FIELD_IDS, formBody, type WrittenForm } from '../../form-values.js';
import { CompanyFields } from './company-fields.js';
import { AffiliationField, NameFields, ReachFields, WishFields } from './person-fields.js';
import { PrivacyNotice } from './privacy-notice.js';
import { SectorFields } from './sector-fields.js';
import { SharingFields, ToldBox } from './sharing-fields.js';
import styles from './form.module.css';

const COMPANION_IDS = Object.fromEntries(
  Array.from({ length: REGISTRATION_LIMITS.supportPersons + REGISTRATION_LIMITS.children }, (_, index) => [
    `#/companions/${index}/firstName`,
    `companion-${index}`,
  ]),
);

interface RegistrationFormProps {
  slug: string;
  form: Form;
  onRegistered: (registered: Registered, firstName: string) => void;
}

/** Three fields are needed; the rest is offered. */
export function RegistrationForm({ slug, form, onRegistered }: RegistrationFormProps) {
  const text = useText();
  const { locale } = useLanguage();
  const state = useForm<WrittenForm, Registered>({
    saved: emptyForm(locale),
    fields: { ...FIELD_IDS, ...COMPANION_IDS },
    check: (written) => ({
      ...(written.accessNeeds.trim() !== '' && !written.accessNeedsConsent
        ? { accessNeedsConsent: text('registration.form.consentMissing') }
        : {}),
      ...(written.privacyNotice ? {} : { privacyNotice: text('signUp.form.privacyMissing') }),
    }),
    send: (written) =>
      request('POST /api/public/evenings/:slug/registrations', {
        params: { slug },
        body: formBody(written, form),
      }),
    onSaved: (registered) => onRegistered(registered, registered.party[0]?.firstName ?? ''),
  });
  const { written, write, errors } = state;
  const isFull = form.free === 0 || form.waiting > 0;
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void state.submit(event)}>
      <ErrorSummary faults={state.faults} attempt={state.attempt} />
      <FormFailure words={state.failure === undefined ? undefined : problemText(text, state.failure)} />
      <div className={styles.part}>
        <NameFields written={written} write={write} errors={errors} />
        <ReachFields written={written} write={write} errors={errors} />
        <AffiliationField written={written} write={write} errors={errors} suggest={suggestForSlug(slug)} />
      </div>
      <SectorFields written={written} write={write} errors={errors} sides={form.sides} />
      <WishFields written={written} write={write} errors={errors} />
      <ToldBox written={written} write={write} errors={errors} />
      <CompanyFields
        companions={written.companions}
        errors={errors}
        onChange={(companions) => write({ companions })}
      />
      <div className={styles.part}>
        <TextArea
          id="accessNeeds"
          rows={3}
          limit={REGISTRATION_LIMITS.accessNeeds}
          label={text('registration.form.accessNeeds')}
          hint={text('registration.form.accessNeedsHint')}
          value={written.accessNeeds}
          error={errors['accessNeeds']}
          onChange={({ target }) => write({ accessNeeds: target.value })}
        />
        {written.accessNeeds.trim() === '' ? null : (
          <Checkbox
            id="accessNeedsConsent"
            label={text('registration.form.accessNeedsConsent')}
            checked={written.accessNeedsConsent}
            error={errors['accessNeedsConsent']}
            onChange={({ target }) => write({ accessNeedsConsent: target.checked })}
          />
        )}
      </div>
      <Disclosure summary={text('signUp.form.sharing')}>
        <SharingFields written={written} write={write} errors={errors} />
      </Disclosure>
      <Select
        label={text('registration.form.locale')}
        empty={false}
        marked={false}
        value={written.locale}
        options={LOCALES.map((value) => ({ value, label: text(`app.languageNames.${value}`) }))}
        onChange={({ target }) => isLocale(target.value) && write({ locale: target.value })}
      />
      <div className={styles.part}>
        <PrivacyNotice form={form} />
        <Checkbox
          id="privacyNotice"
          label={text('signUp.form.privacyAccept')}
          required
          checked={written.privacyNotice}
          error={errors['privacyNotice']}
          onChange={({ target }) => write({ privacyNotice: target.checked })}
        />
      </div>
      <Button type="submit" wide busy={state.state === 'sending'}>
        {text(isFull ? 'signUp.form.sendWaiting' : 'signUp.form.send')}
      </Button>
    </form>
  );
}
