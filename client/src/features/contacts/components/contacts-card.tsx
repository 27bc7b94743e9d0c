import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card } from '../../../ui/layout/card.js';
import { useSheet } from '../api.js';

/** The way to the contact sheet from the personal page. */
export function ContactsCard({ registration }: { registration: string }) {
  const text = useText();
  const { rows } = useSheet(registration);
  return (
    <Card jam="cloudberry" heading={<h2>{text('contacts.card.title')}</h2>}>
      <p>{text('contacts.card.text', { count: rows.length })}</p>
      <div>
        <LinkButton look="secondary" href={`/me/${registration}/contacts`}>
          {text('contacts.card.open')}
        </LinkButton>
      </div>
    </Card>
  );
}
