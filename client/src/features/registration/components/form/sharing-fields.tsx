import { CONTACT_FIELDS, type ContactField } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { Fieldset } from '../../../../ui/form/fieldset.js';
import type { WrittenPerson } from '../../form-values.js';
import type { FieldsProps } from './person-fields.js';

type Box = 'sharesWithEveryone' | 'associationMaySee' | 'drawOptIn' | 'announcesOnStage' | 'showsLastName';

/** What a person may share, and the draw; nothing is ticked for anybody (product rules 4, 7, 15). */
export function SharingFields({ written, write }: FieldsProps<WrittenPerson>) {
  const text = useText();
  const box = (name: Box) => ({
    checked: written[name],
    onChange: ({ target }: { target: HTMLInputElement }) => write({ [name]: target.checked }),
  });
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
