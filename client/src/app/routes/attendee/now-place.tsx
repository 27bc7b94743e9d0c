import { useQuery } from '@tanstack/react-query';
import { ownSeatingQuery } from '../../../features/matchmaking/seating/api.js';
import { NowCard, type NowCardProps } from '../../../features/stage/now/now-card.js';

/** What goes on now, with the own table of the round; fetched when the page stands. */
export function NowPlace(props: Omit<NowCardProps, 'tableOf'>) {
  const seating = useQuery(ownSeatingQuery(props.registration)).data?.seating;
  return (
    <NowCard {...props} tableOf={(round) => seating?.rounds.find((own) => own.round === round)?.table} />
  );
}
