import { badgeTokenOf } from '@hillo/domain/door';
import { useScanner } from '../../../../lib/scanner/use-scanner.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { CameraFrame } from '../../../../ui/code/camera-frame.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { Aside } from '../../../../ui/text/text.js';

interface BadgeScanProps {
  onBadge: (token: string) => void;
  /** A QR code that is no badge. */
  onOther: () => void;
}

/** The camera stays open: one badge after the other. */
export function BadgeScan({ onBadge, onOther }: BadgeScanProps) {
  const text = useText();
  const { video, state, retry } = useScanner((scanned) => {
    const token = badgeTokenOf(scanned);
    if (token === undefined) onOther();
    else onBadge(token);
  });
  const works = state === 'opening' || state === 'reading';
  return (
    <>
      <CameraFrame
        video={video}
        label={text('ui.camera.label')}
        waiting={state === 'opening' ? text('ui.camera.opening') : undefined}
        notice={
          works ? undefined : (
            <Notice
              kind="warning"
              announce
              title={text(`ui.camera.${state}Title`)}
              actions={
                state === 'insecure' ? undefined : (
                  <Button look="secondary" onClick={retry}>
                    {text('ui.camera.retry')}
                  </Button>
                )
              }
            >
              {text(`ui.camera.${state}`)}
            </Notice>
          )
        }
      />
      {works ? <Aside>{text('door.scan.hint')}</Aside> : null}
    </>
  );
}
