import { REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { SuggestField } from '../../../../ui/suggest/suggest-field.js';
import { TextArea } from '../../../../ui/form/text-area.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { SuggestAffiliations } from '../../api.js';
import type { WrittenPerson } from '../../form-values.js';

export interface FieldsProps<Written> {
  written: Written;
  write: (change: Partial<Written>) => void;
  errors: Readonly<Record<string, string>>;
}
type TextName = 'firstName' | 'lastName' | 'email' | 'phone' | 'offerTags' | 'needTags';

/** Ties a control to a text of the form by its name. */
function controlOf<Written extends WrittenPerson>({ written, write, errors }: FieldsProps<Written>) {
  return (name: TextName | 'offers' | 'needs') => ({
    id: name,
    name,
    value: written[name],
    error: errors[name],
    onChange: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) =>
      write({ [name]: target.value } as Partial<Written>),
  });
}

export function NameFields(props: FieldsProps<WrittenPerson>) {
  const text = useText();
  const control = controlOf(props);
  return (
    <>
      <TextField
        {...control('firstName')}
        label={text('registration.form.firstName')}
        hint={text('registration.form.firstNameHint')}
        required
        autoComplete="given-name"
      />
      <TextField
        {...control('lastName')}
        label={text('registration.form.lastName')}
        autoComplete="family-name"
      />
    </>
  );
}

export function ReachFields({
  emailRequired = true,
  ...props
}: FieldsProps<WrittenPerson> & { emailRequired?: boolean }) {
  const text = useText();
  return (
    <>
      <TextField
        {...controlOf(props)('email')}
        type="email"
        label={text('registration.form.email')}
        hint={emailRequired ? text('registration.form.emailHint') : undefined}
        required={emailRequired}
        autoComplete="email"
        inputMode="email"
      />
      <PhoneField {...props} />
    </>
  );
}

export function PhoneField(props: FieldsProps<WrittenPerson>) {
  const text = useText();
  return (
    <TextField
      {...controlOf(props)('phone')}
      type="tel"
      label={text('registration.form.phone')}
      autoComplete="tel"
      inputMode="tel"
    />
  );
}

/** Where a person comes from, with suggestions from the organiser's list; a chosen one tells the sector too. */
export function AffiliationField({
  suggest,
  written,
  write,
  errors,
}: FieldsProps<WrittenPerson> & { suggest: SuggestAffiliations }) {
  const text = useText();
  return (
    <SuggestField
      id="affiliation"
      name="affiliation"
      label={text('registration.form.affiliation')}
      hint={text('registration.form.affiliationHint')}
      value={written.affiliation}
      error={errors['affiliation']}
      onType={(affiliation) => write({ affiliation })}
      onChoose={({ name, sector }) =>
        write({ affiliation: name, ...(written.sector === '' ? { sector, shownSector: '' } : {}) })
      }
      suggest={suggest}
    />
  );
}

export function WishFields(props: FieldsProps<WrittenPerson>) {
  const text = useText();
  const control = controlOf(props);
  return (
    <>
      <TextArea
        {...control('offers')}
        rows={2}
        limit={REGISTRATION_LIMITS.offers}
        label={text('registration.form.offers')}
        hint={text('registration.form.offersHint')}
      />
      <TextField
        {...control('offerTags')}
        label={`${text('registration.form.offers')}: ${text('registration.form.tags')}`}
        hint={text('registration.form.tagsHint')}
      />
      <TextArea
        {...control('needs')}
        rows={2}
        limit={REGISTRATION_LIMITS.offers}
        label={text('registration.form.needs')}
        hint={text('registration.form.needsHint')}
      />
      <TextField
        {...control('needTags')}
        label={`${text('registration.form.needs')}: ${text('registration.form.tags')}`}
        hint={text('registration.form.tagsHint')}
      />
    </>
  );
}
