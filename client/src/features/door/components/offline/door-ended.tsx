import { usePage } from '../../../../lib/page/use-page.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { PageHeader } from '../../../../ui/layout/page-header.js';
import { Lead } from '../../../../ui/text/text.js';

export interface DoorEnding {
  readonly kind: 'over' | 'revoked';
  /** Acts on this phone that the server never heard of. */
  readonly unsent: number;
}

/** This phone is no door any more, and keeps nothing of it. */
export function DoorEnded({ ending: { kind, unsent } }: { ending: DoorEnding }) {
  const text = useText();
  usePage(text(`door.ended.${kind}Title`));
  return (
    <>
      <PageHeader title={text(`door.ended.${kind}Title`)}>
        <Lead>{text(`door.ended.${kind}`)}</Lead>
      </PageHeader>
      {unsent > 0 ? (
        <Notice kind="warning" announce>
          {text('door.ended.unsent', { count: unsent })}
        </Notice>
      ) : null}
    </>
  );
}
