import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../features/accounts/api.js';
import { GoOn } from '../../../features/accounts/components/identity/go-on.js';
import { usePage } from '../../../lib/page/use-page.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card, CardGrid } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Marker } from '../../../ui/marker/marker.js';
import { Lead } from '../../../ui/text/text.js';
import styles from './start-page.module.css';

/** `/`: who has been here goes on; others are told where their own page is, and organisers sign in. */
export function StartPage() {
  const text = useText();
  usePage(text('start.title'));
  return (
    <>
      <div className={styles.hero}>
        <PageHeader title={text('start.title')} over={text('app.tagline')}>
          <Lead>{text('start.lead')}</Lead>
        </PageHeader>
        <div className={styles.shelf} aria-hidden="true">
          <Marker jam="blueberry" icon="town-hall" size="l" />
          <Marker jam="cloudberry" icon="people" size="l" />
          <Marker jam="raspberry" icon="shop" size="l" />
        </div>
      </div>
      <GoOn />
      <CardGrid>
        <Card jam="raspberry" heading={<h2>{text('start.attendeeTitle')}</h2>}>
          <p>{text('start.attendee')}</p>
          <Disclosure summary={text('start.find.title')}>
            <ol className={styles.steps}>
              <li>{text('start.find.mail')}</li>
              <li>{text('start.find.again')}</li>
              <li>{text('start.find.door')}</li>
            </ol>
          </Disclosure>
        </Card>
        <Card jam="blueberry" heading={<h2>{text('start.organiserTitle')}</h2>}>
          <p>{text('start.organiser')}</p>
          <OrganiserLink />
        </Card>
      </CardGrid>
    </>
  );
}

function OrganiserLink() {
  const text = useText();
  const account = useQuery(sessionQuery).data?.account;
  return (
    <div>
      <LinkButton look="secondary" href={account ? '/organiser' : '/sign-in'}>
        {text(account ? 'start.toEvenings' : 'start.signIn')}
      </LinkButton>
    </div>
  );
}
