import { CONTACT_FIELDS, type ContactField } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { Fieldset } from '../../../../ui/form/fieldset.js';
import type { WrittenPerson } from '../../form-values.js';
import type { FieldsProps } from './person-fields.js';

type Box =
  | 'offersMayBeTold'
  | 'sharesWithEveryone'
  | 'associationMaySee'
  | 'drawOptIn'
  | 'announcesOnStage'
  | 'showsLastName';

/** Ties a box to a yes or no by its name. */
function boxOf({ written, write }: Pick<FieldsProps<WrittenPerson>, 'written' | 'write'>) {
  return (name: Box) => ({
    checked: written[name],
    onChange: ({ target }: { target: HTMLInputElement }) => write({ [name]: target.checked }),
  });
}

/** "Others may be told what I offer and need": beside the wishes, for it is about them. */
export function ToldBox(props: FieldsProps<WrittenPerson>) {
  const text = useText();
  return (
    <Checkbox
      {...boxOf(props)('offersMayBeTold')}
      label={text('registration.form.offersMayBeTold')}
      hint={text('registration.form.offersMayBeToldHint')}
    />
  );
}

/** What a person may share, and the draw; nothing is ticked for anybody (product rules 4, 7, 15). */
export function SharingFields({ written, write }: FieldsProps<WrittenPerson>) {
  const text = useText();
  const box = boxOf({ written, write });
  const choose = (field: ContactField, chosen: boolean) =>
    write({
      shareFields: CONTACT_FIELDS.filter((other) =>
        other === field ? chosen : written.shareFields.includes(other),
      ),
    });
  return (
    <>
      <Fieldset legend={text('registration.form.shareFields')} hint={text('registration.form.sharingHint')}>
        {CONTACT_FIELDS.map((field) => (
          <Checkbox
            key={field}
            label={text(`registration.shareField.${field}`)}
            checked={written.shareFields.includes(field)}
            onChange={({ target }) => choose(field, target.checked)}
          />
        ))}
      </Fieldset>
      <Checkbox {...box('sharesWithEveryone')} label={text('registration.form.shareWithEveryone')} />
      <Checkbox {...box('associationMaySee')} label={text('registration.form.associationMaySee')} />
      <Checkbox
        {...box('drawOptIn')}
        label={text('registration.form.drawOptIn')}
        hint={text('registration.form.drawHint')}
      />
      {written.drawOptIn ? (
        <Checkbox {...box('announcesOnStage')} label={text('registration.form.announces')} />
      ) : null}
      {written.lastName === '' ? null : (
        <Checkbox {...box('showsLastName')} label={text('registration.form.showsLastName')} />
      )}
    </>
  );
}
