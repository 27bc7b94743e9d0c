import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '../../../lib/router/router.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Select } from '../../../ui/form/select.js';
import { useAccount } from '../api.js';
import styles from './organiser-menu.module.css';

/** Where a member goes: evenings, members, the own account; and which organisation it is about, when there are several. */
export function OrganiserMenu() {
  const text = useText();
  const account = useAccount();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { organisation: asked } = useParams();
  if (!account) return null;
  const { organisations } = account;
  const current = organisations.find(({ id }) => id === asked) ?? organisations[0];
  if (!current) return null;
  const change = (id: string) => {
    client.removeQueries({ queryKey: ['evenings'] });
    navigate(`/organiser/${id}`);
  };
  return (
    <nav aria-label={text('accounts.menu.label')} className={styles.menu}>
      {organisations.length > 1 ? (
        <Select
          label={text('accounts.menu.organisation')}
          marked={false}
          empty={false}
          value={current.id}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => change(target.value)}
        />
      ) : null}
      <a href={`/organiser/${current.id}`}>{text('accounts.menu.evenings')}</a>
      {current.roles.includes('organiser') ? (
        <>
          <a href={`/organiser/${current.id}/affiliations`}>{text('accounts.menu.affiliations')}</a>
          <a href={`/organiser/${current.id}/members`}>{text('accounts.menu.members')}</a>
        </>
      ) : null}
      <a href="/organiser/account">{text('accounts.menu.account')}</a>
    </nav>
  );
}
