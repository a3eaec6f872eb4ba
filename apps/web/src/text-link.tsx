import { Anchor, type AnchorProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';

/** A link in a text: underlined, since colour alone tells nobody. */
export const TextLink = (props: AnchorProps & Omit<ComponentPropsWithoutRef<'a'>, keyof AnchorProps>) => (
  <Anchor size="sm" underline="always" c="teal.9" {...props} />
);
