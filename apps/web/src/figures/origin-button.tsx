import { Button, VisuallyHidden } from '@mantine/core';
import type { Reader } from '../language';

interface Props {
  /** What the figure is called, for who does not see the row. */
  readonly name: string;
  readonly open: boolean;
  /** Id of what it opens. */
  readonly controls: string;
  readonly onToggle: () => void;
  readonly reader: Reader;
}

/** Opens and closes what a figure comes from. */
export function OriginButton({ name, open, controls, onToggle, reader: { t } }: Props) {
  return (
    <Button
      variant="transparent"
      size="compact-xs"
      c="teal.9"
      td="underline"
      px={0}
      className="screen-only"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      {t(open ? 'page.figure.hideOrigin' : 'page.figure.showOrigin')}
      <VisuallyHidden>{` (${name})`}</VisuallyHidden>
    </Button>
  );
}
