import { usePage } from '../../../../lib/page/use-page.js';
import { TextsProvider, useText } from '../../../../lib/texts/texts.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { Stack } from '../../../../ui/layout/card.js';
import { PageHeader } from '../../../../ui/layout/page-header.js';
import { Lead } from '../../../../ui/text/text.js';

/** `/email-confirmed`: said on a page whose address holds no token. */
export function EmailConfirmedScreen() {
  return (
    <TextsProvider bundle="ownData">
      <Done what="email" />
    </TextsProvider>
  );
}

/** `/erased`: there is nothing left of the person that this page could read. */
export function ErasedScreen() {
  return (
    <TextsProvider bundle="ownData">
      <Done what="erasure" />
    </TextsProvider>
  );
}

function Done({ what }: { what: 'email' | 'erasure' }) {
  const text = useText();
  const title = text(`ownData.${what}.doneTitle`);
  usePage(title);
  return (
    <Stack space="l">
      <PageHeader title={title}>
        <Lead>{text(`ownData.${what}.done`)}</Lead>
      </PageHeader>
      <div>
        <LinkButton look="secondary" href="/">
          {text('ownData.home')}
        </LinkButton>
      </div>
    </Stack>
  );
}
