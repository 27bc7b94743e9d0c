import { useText } from '../../lib/texts/texts.js';
import { Button } from '../../ui/actions/button.js';
import { ButtonRow } from '../../ui/actions/button-row.js';
import { LinkButton } from '../../ui/actions/link-button.js';
import { Card } from '../../ui/layout/card.js';
import { Aside, Lead } from '../../ui/text/text.js';
import { Sample } from './sample.js';

export function ActionSamples() {
  const text = useText();
  return (
    <>
      <Sample title={text('gallery.textTitle')}>
        <Lead>{text('gallery.sampleText')}</Lead>
        <Card jam="cloudberry" heading={<h4>{text('gallery.sampleHeading')}</h4>}>
          <p>{text('gallery.sampleText')}</p>
          <Aside>{text('gallery.consentHint')}</Aside>
          <p>
            <a href="/">{text('gallery.sampleLink')}</a>
          </p>
        </Card>
      </Sample>
      <Sample title={text('gallery.buttonsTitle')}>
        <ButtonRow>
          <Button>{text('gallery.primary')}</Button>
          <Button look="secondary">{text('gallery.secondary')}</Button>
          <Button look="danger">{text('gallery.danger')}</Button>
          <Button look="quiet">{text('gallery.quiet')}</Button>
        </ButtonRow>
        <ButtonRow>
          <Button busy>{text('gallery.primary')}</Button>
          <Button disabled>{text('gallery.disabled')}</Button>
          <LinkButton look="secondary" href="/">
            {text('gallery.linkButton')}
          </LinkButton>
        </ButtonRow>
      </Sample>
    </>
  );
}
