import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Table } from '../../../../ui/data/table.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import type { RegistrationForm } from '../../api.js';

/** The groups of fields that the form asks, and which time of keeping holds for them: the notice is made of these. */
const GROUPS = [
  { group: 'name', until: 'registration' },
  { group: 'contact', until: 'registration' },
  { group: 'sector', until: 'registration' },
  { group: 'wishes', until: 'registration' },
  { group: 'company', until: 'registration' },
  { group: 'accessNeeds', until: 'accessNeeds' },
] as const;

/** Who answers for the data, what each field is for, and when it is gone (GDPR article 13). */
export function PrivacyNotice({ form }: { form: RegistrationForm }) {
  const text = useText();
  const dates = useDates();
  return (
    <Disclosure summary={text('registration.form.privacyTitle')}>
      <p>{text('registration.notice.controller', { controller: form.controller })}</p>
      <p>{text('registration.notice.basis')}</p>
      <Table
        caption={text('registration.form.privacyTitle')}
        rows={GROUPS}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'field',
            header: text('registration.notice.field'),
            cell: ({ group }) => text(`registration.notice.fieldOf.${group}`),
          },
          {
            key: 'purpose',
            header: text('registration.notice.purpose'),
            cell: ({ group }) => text(`registration.notice.purposeOf.${group}`),
          },
          {
            key: 'until',
            header: text('registration.notice.until'),
            cell: ({ until }) => dates.write(form.kept[until], 'date'),
          },
        ]}
      />
      <p>{text('registration.notice.unconfirmed', { when: dates.write(form.kept.unconfirmed, 'date') })}</p>
      <p>{text('registration.notice.rights')}</p>
    </Disclosure>
  );
}
