import { useQuery } from '@tanstack/react-query';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { FailureNotice } from '../components/failure-notice.js';
import { sheetOfAccompanied } from './api.js';
import { PaperForm } from './paper-form.js';
import styles from './paper.module.css';

/** A support person types in the card of the person they accompany. */
export function SupportPaperScreen() {
  const text = useText();
  const { registration = '' } = useParams();
  usePage(text('paperEntry.title'));
  const sheet = sheetOfAccompanied(registration);
  const card = useQuery({
    queryKey: ['me', registration, 'paper-card'],
    queryFn: sheet.read,
    // What is typed stands in the form; it is read once.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className={styles.screen}>
      <PageHeader title={text('paperEntry.title')}>
        <Lead>{text('paperEntry.supportLead')}</Lead>
      </PageHeader>
      {card.data ? (
        <PaperForm sheet={sheet} opened={card.data} />
      ) : card.error ? (
        <FailureNotice error={card.error} />
      ) : (
        <Spinner words={text('app.loading')} />
      )}
    </div>
  );
}
