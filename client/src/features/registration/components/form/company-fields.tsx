import { REGISTRATION_LIMITS } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { Fieldset } from '../../../../ui/form/fieldset.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { WrittenCompanion } from '../../form-values.js';
import styles from './form.module.css';

interface CompanyFieldsProps {
  companions: readonly WrittenCompanion[];
  onChange: (companions: readonly WrittenCompanion[]) => void;
  errors: Readonly<Record<string, string>>;
}

/** Support persons and children under 13, each with a seat of their own (S20, product rule 6). */
export function CompanyFields({ companions, onChange, errors }: CompanyFieldsProps) {
  const text = useText();
  const count = (kind: WrittenCompanion['kind']) => companions.filter((each) => each.kind === kind).length;
  const add = (kind: WrittenCompanion['kind']) =>
    onChange([...companions, { kind, firstName: '', wishesToPlay: false }]);
  const change = (index: number, changed: Partial<WrittenCompanion>) =>
    onChange(companions.map((each, at) => (at === index ? { ...each, ...changed } : each)));
  const remove = (index: number) => onChange(companions.filter((_, at) => at !== index));
  return (
    <Fieldset legend={text('registration.form.company')} hint={text('registration.form.companyHint')}>
      {companions.map(({ kind, firstName, wishesToPlay }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a companion has no identity before it is sent
        <div key={index} className={styles.companion}>
          <TextField
            id={`companion-${index}`}
            label={text(kind === 'support' ? 'registration.form.supportName' : 'registration.form.childName')}
            required
            value={firstName}
            error={errors[`companion-${index}`]}
            autoComplete="off"
            onChange={({ target }) => change(index, { firstName: target.value })}
          />
          {kind === 'support' ? (
            <Checkbox
              label={text('registration.form.wishesToPlay')}
              checked={wishesToPlay}
              onChange={({ target }) => change(index, { wishesToPlay: target.checked })}
            />
          ) : null}
          <div>
            <Button look="quiet" onClick={() => remove(index)}>
              {firstName.trim() === ''
                ? text('registration.form.removeUnnamed')
                : text('registration.form.remove', { name: firstName })}
            </Button>
          </div>
        </div>
      ))}
      <ButtonRow>
        {count('support') < REGISTRATION_LIMITS.supportPersons ? (
          <Button look="secondary" onClick={() => add('support')}>
            {text('registration.form.addSupport')}
          </Button>
        ) : null}
        {count('child') < REGISTRATION_LIMITS.children ? (
          <Button look="secondary" onClick={() => add('child')}>
            {text('registration.form.addChild')}
          </Button>
        ) : null}
      </ButtonRow>
    </Fieldset>
  );
}
