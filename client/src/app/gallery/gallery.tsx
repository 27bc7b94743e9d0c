import { usePage } from '../../lib/page/use-page.js';
import { useText } from '../../lib/texts/texts.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Lead } from '../../ui/text/text.js';
import { Shell } from '../shell/shell.js';
import { ActionSamples } from './action-samples.js';
import { DataSamples } from './data-samples.js';
import { FeedbackSamples } from './feedback-samples.js';
import { FormSamples } from './form-samples.js';
import styles from './gallery.module.css';
import { MarkerSamples } from './marker-samples.js';

/** `/dev/ui`: every component in both themes, for who builds pages and who checks them. */
export function Gallery() {
  return (
    <Shell>
      <GalleryPage />
    </Shell>
  );
}

function GalleryPage() {
  const text = useText();
  usePage(text('gallery.title'));
  return (
    <>
      <PageHeader title={text('gallery.title')}>
        <Lead>{text('gallery.lead')}</Lead>
      </PageHeader>
      <div className={styles.themes}>
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} data-theme={theme} className={styles.theme} aria-labelledby={`theme-${theme}`}>
            <h2 id={`theme-${theme}`}>{text(`gallery.${theme}`)}</h2>
            <MarkerSamples />
            <ActionSamples />
            <FormSamples id={theme} />
            <FeedbackSamples />
            <DataSamples theme={theme} />
          </section>
        ))}
      </div>
    </>
  );
}
