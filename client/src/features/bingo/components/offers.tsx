import { useEffect, useEffectEvent, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { Card } from '../../../ui/layout/card.js';
import type { CardView, Encounter } from '../api.js';
import { fitting, judged, openOffers } from '../board.js';
import { promptWords } from '../prompt-words.js';
import type { useMark } from '../use-mark.js';
import styles from './offers.module.css';
import { PersonMarker } from './person-marker.js';

interface OffersProps {
  registration: string;
  card: CardView;
  encounters: readonly Encounter[];
  marks: ReturnType<typeof useMark>;
}

/** Somebody scanned my badge: a square for me too, with one tap (product rule 3). One offer at a time, the latest first. */
export function Offers({ registration, card, encounters, marks }: OffersProps) {
  const text = useText();
  const announce = useAnnounce();
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set());
  const [offer] = openOffers(card, encounters, putOff);
  const name = offer?.other.firstName ?? '';
  const id = offer?.id;
  const tell = useEffectEvent(() => announce(text('bingo.announce.offer', { name })));
  useEffect(() => {
    if (id !== undefined) tell();
  }, [id]);
  const fits = offer ? fitting(judged(card, offer)) : [];
  // A coloured square is the harder one to fill, so it is offered first.
  const best = fits.find(({ verdict }) => verdict === 'fits-other-side') ?? fits[0];
  const prompt = best && card.prompts[best.square];
  if (!offer || !best || !prompt) return null;
  return (
    <Card jam="raspberry" heading={<h2 className={styles.title}>{text('bingo.offer.title', { name })}</h2>}>
      <div className={styles.person}>
        <PersonMarker marker={offer.other.marker} />
        <span>{offer.other.affiliation}</span>
      </div>
      <p>{text('bingo.offer.text')}</p>
      <Button
        wide
        busy={marks.isPending}
        onClick={() => marks.act({ act: 'put', encounter: offer.id, square: best.square })}
      >
        {text('bingo.offer.take', { prompt: promptWords(text, prompt).title })}
      </Button>
      <ButtonRow>
        <LinkButton look="secondary" href={`/me/${registration}/met/${offer.id}`}>
          {text('bingo.offer.choose')}
        </LinkButton>
        <Button look="quiet" onClick={() => setPutOff(new Set([...putOff, offer.id]))}>
          {text('bingo.choose.later')}
        </Button>
      </ButtonRow>
    </Card>
  );
}
