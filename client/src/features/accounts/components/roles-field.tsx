import { MEMBER_ROLES, type MemberRole } from '@hillo/domain/accounts';
import { useText } from '../../../lib/texts/texts.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { Fieldset } from '../../../ui/form/fieldset.js';

interface RolesFieldProps {
  id: string;
  value: readonly MemberRole[];
  error?: string | undefined;
  onChange: (roles: MemberRole[]) => void;
}

/** What a member may do; each role says it in words. */
export function RolesField({ id, value, error, onChange }: RolesFieldProps) {
  const text = useText();
  return (
    <Fieldset id={id} legend={text('accounts.roles.legend')} {...(error === undefined ? {} : { error })}>
      {MEMBER_ROLES.map((role) => (
        <Checkbox
          key={role}
          label={text(`accounts.roles.${role}.name`)}
          hint={text(`accounts.roles.${role}.may`)}
          checked={value.includes(role)}
          onChange={({ target }) =>
            onChange(MEMBER_ROLES.filter((one) => (one === role ? target.checked : value.includes(one))))
          }
        />
      ))}
    </Fieldset>
  );
}
