import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card } from '../../../ui/layout/card.js';

/** On the organiser's page of an evening: opens the door on this device, downloads the badges. */
export function DoorLinks({ evening }: { evening: string }) {
  const text = useText();
  return (
    <Card heading={<h2>{text('door.organise.title')}</h2>}>
      <p>{text('door.organise.text')}</p>
      <ButtonRow>
        <LinkButton href={`/door/${evening}`}>{text('door.organise.open')}</LinkButton>
        <LinkButton look="secondary" href={`/api/evenings/${evening}/badges.pdf`} download>
          {text('door.organise.badges')}
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}
