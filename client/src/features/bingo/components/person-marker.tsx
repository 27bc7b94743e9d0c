import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { useText } from '../../../lib/texts/texts.js';
import { Marker } from '../../../ui/marker/marker.js';
import type { Encounter } from '../api.js';

type PersonMark = Encounter['other']['marker'];

/** Colour of the side and picture of the sector that somebody shows. */
export function PersonMarker({ marker, size }: { marker: PersonMark; size?: 's' | 'm' | 'l' }) {
  const text = useText();
  return (
    <Marker
      jam={SIDE_JAMS[marker.side]}
      icon={MARK_ICONS[marker.mark]}
      label={text(`sectors.names.${marker.mark}`)}
      {...(size ? { size } : {})}
    />
  );
}
