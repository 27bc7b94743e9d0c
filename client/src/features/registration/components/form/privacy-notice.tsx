import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Table } from '../../../../ui/data/table.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import type { RegistrationForm } from '../../api.js';

/** What the form asks and the evening adds, and which time of keeping holds for it: the notice is made of these. */
const GROUPS = [
  { group: 'name', until: 'registration' },
  { group: 'contact', until: 'registration' },
  { group: 'sector', until: 'registration' },
  { group: 'wishes', until: 'registration' },
  { group: 'company', until: 'registration' },
  { group: 'accessNeeds', until: 'accessNeeds' },
  { group: 'evening', until: 'encounters' },
] as const;

/** Who answers for the data, what each field is for, and when it is gone (GDPR article 13). */
export function PrivacyNotice({ form }: { form: RegistrationForm }) {
  const text = useText();
  const dates = useDates();
  return (
    <Disclosure summary={text('signUp.form.privacyTitle')}>
      <p>{text('signUp.notice.controller', { controller: form.controller })}</p>
      <p>{text('signUp.notice.basis')}</p>
      <Table
        caption={text('signUp.form.privacyTitle')}
        rows={GROUPS}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'field',
            header: text('signUp.notice.field'),
            cell: ({ group }) => text(`signUp.notice.fieldOf.${group}`),
          },
          {
            key: 'purpose',
            header: text('signUp.notice.purpose'),
            cell: ({ group }) => text(`signUp.notice.purposeOf.${group}`),
          },
          {
            key: 'until',
            header: text('signUp.notice.until'),
            cell: ({ until }) => dates.write(form.kept[until], 'date'),
          },
        ]}
      />
      <p>{text('signUp.notice.unconfirmed', { when: dates.write(form.kept.unconfirmed, 'date') })}</p>
      <p>{text('signUp.notice.rights')}</p>
    </Disclosure>
  );
}
