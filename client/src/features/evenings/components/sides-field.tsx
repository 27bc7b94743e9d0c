import { moveSector, SECTORS, type SideOverrides, SIDES, sideOf } from '@hillo/domain/registration';
import { useText } from '../../../lib/texts/texts.js';
import { Select } from '../../../ui/form/select.js';

/** Moves a sector to another side for this evening (product rule 1); residents and experts by experience move together. */
export function SidesField({
  value,
  onChange,
}: {
  value: SideOverrides;
  onChange: (overrides: SideOverrides) => void;
}) {
  const text = useText();
  const options = SIDES.map((side) => ({ value: side, label: text(`sectors.sides.${side}`) }));
  return (
    <>
      <p>{text('planning.sides.text')}</p>
      {SECTORS.map((sector) => (
        <Select
          key={sector}
          label={text(`sectors.names.${sector}`)}
          marked={false}
          empty={false}
          value={sideOf(sector, value)}
          options={options}
          onChange={({ target }) => {
            const side = SIDES.find((one) => one === target.value);
            if (side) onChange(moveSector(value, sector, side));
          }}
        />
      ))}
    </>
  );
}
