import { useText } from '../../lib/texts/texts.js';
import { MARKER_ICONS, type MarkerIcon } from '../../ui/marker/icons.js';
import { JAMS, Marker } from '../../ui/marker/marker.js';
import styles from './gallery.module.css';
import { Sample } from './sample.js';

const icons = Object.keys(MARKER_ICONS) as MarkerIcon[];

export function MarkerSamples() {
  const text = useText();
  return (
    <Sample title={text('gallery.markersTitle')}>
      {JAMS.map((jam, row) => (
        <div key={jam} className={styles.markers}>
          <span>{text(`gallery.${jam}`)}</span>
          {icons.map((icon) => (
            <Marker key={icon} jam={jam} icon={icon} size={row === 0 ? 'm' : 's'} />
          ))}
        </div>
      ))}
      <div className={styles.markers}>
        {JAMS.map((jam) => (
          <Marker key={jam} jam={jam} icon="people" size="l" label={text(`gallery.${jam}`)} />
        ))}
      </div>
    </Sample>
  );
}
