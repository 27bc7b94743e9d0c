import { usePage } from '../../lib/page/use-page.js';
import { useText } from '../../lib/texts/texts.js';
import { ButtonRow } from '../../ui/actions/button-row.js';
import { LinkButton } from '../../ui/actions/link-button.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Lead } from '../../ui/text/text.js';

export function NotFoundPage() {
  const text = useText();
  usePage(text('app.notFound.title'));
  return (
    <>
      <PageHeader title={text('app.notFound.title')}>
        <Lead>{text('app.notFound.text')}</Lead>
      </PageHeader>
      <ButtonRow>
        <LinkButton href="/">{text('app.toFrontPage')}</LinkButton>
      </ButtonRow>
    </>
  );
}
