import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { CodeDisplay } from '../../../../ui/data/code-display.js';
import { QrCode } from '../../../../ui/data/qr-code.js';
import { Card } from '../../../../ui/layout/card.js';
import { Marker } from '../../../../ui/marker/marker.js';
import type { OwnPage } from '../../api.js';
import styles from './own.module.css';

/** The badge as others see it, to be shown at the door and scanned by those who meet the person. */
export function BadgeCard({ page: { registration } }: { page: OwnPage }) {
  const text = useText();
  const { firstName, lastName, showsLastName, affiliation, mark, side, badge, spokenCode } = registration;
  return (
    <Card jam={SIDE_JAMS[side]} heading={<h2>{text('personalPage.badge.title')}</h2>}>
      <p className={styles.badgeName}>
        <bdi>{[firstName, showsLastName ? lastName : ''].filter((part) => part !== '').join(' ')}</bdi>
      </p>
      <p className={styles.badgeMark}>
        <Marker jam={SIDE_JAMS[side]} icon={MARK_ICONS[mark]} size="s" />
        <span>{affiliation === '' ? text(`sectors.names.${mark}`) : <bdi>{affiliation}</bdi>}</span>
      </p>
      {badge === null ? null : <QrCode value={badge} label={text('registration.done.badgeLabel')} />}
      <CodeDisplay code={spokenCode} label={text('registration.done.code')} />
      <p>{text('personalPage.badge.text')}</p>
    </Card>
  );
}
