import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { useText } from '../../../lib/texts/texts.js';
import { Marker } from '../../../ui/marker/marker.js';
import type { Encounter } from '../api.js';

/** The picture of a person met, in the colour of the side. */
export function MetMarker({
  marker,
  size = 'm',
}: {
  marker: Encounter['other']['marker'];
  size?: 'm' | 'l';
}) {
  const text = useText();
  return (
    <Marker
      jam={SIDE_JAMS[marker.side]}
      icon={MARK_ICONS[marker.mark]}
      label={text(`sectors.names.${marker.mark}`)}
      size={size}
    />
  );
}
