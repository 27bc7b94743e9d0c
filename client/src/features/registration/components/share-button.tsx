import { useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { Button } from '../../../ui/actions/button.js';

/** The phone's own sharing where there is one, else the address to the clipboard. Only ever the public address. */
export function ShareButton({ title, url }: { title: string; url: string }) {
  const text = useText();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const share = async () => {
    try {
      if (typeof navigator.share === 'function') {
        await navigator.share({ title, url });
        return;
      }
      await navigator.clipboard.writeText(url);
      setCopied(true);
      announce(text('signUp.page.shared'));
    } catch {
      // The person closed the phone's sheet, or the browser forbids copying: the address stands in its bar.
    }
  };
  // Browsers give neither to a page on plain http.
  if (!('share' in navigator || 'clipboard' in navigator)) return null;
  return (
    <>
      <Button look="secondary" onClick={() => void share()}>
        {text('signUp.page.share')}
      </Button>
      {copied ? <p>{text('signUp.page.shared')}</p> : null}
    </>
  );
}
