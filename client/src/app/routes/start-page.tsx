import { usePage } from '../../lib/page/use-page.js';
import { useText } from '../../lib/texts/texts.js';
import { Card, CardGrid } from '../../ui/layout/card.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Marker } from '../../ui/marker/marker.js';
import { Lead } from '../../ui/text/text.js';
import styles from './start-page.module.css';

export function StartPage() {
  const text = useText();
  usePage(text('app.start.title'));
  return (
    <>
      <div className={styles.hero}>
        <PageHeader title={text('app.start.title')} over={text('app.tagline')}>
          <Lead>{text('app.start.lead')}</Lead>
        </PageHeader>
        <div className={styles.shelf} aria-hidden="true">
          <Marker jam="blueberry" icon="town-hall" size="l" />
          <Marker jam="cloudberry" icon="people" size="l" />
          <Marker jam="raspberry" icon="shop" size="l" />
        </div>
      </div>
      <CardGrid>
        <Card jam="raspberry" heading={<h2>{text('app.start.attendeeTitle')}</h2>}>
          <p>{text('app.start.attendee')}</p>
        </Card>
        <Card jam="blueberry" heading={<h2>{text('app.start.organiserTitle')}</h2>}>
          <p>{text('app.start.organiser')}</p>
        </Card>
      </CardGrid>
    </>
  );
}
