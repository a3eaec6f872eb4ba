import { Text, Title } from '@mantine/core';
import { useEffect } from 'react';

/** The heading of a page, which is the title of the document too, and what the page is for. */
export function PageTitle({ heading, intro }: { heading: string; intro: string }) {
  useEffect(() => {
    document.title = `${heading} · Kroniek`;
  }, [heading]);
  return (
    <>
      <Title order={2} mb="xs">
        {heading}
      </Title>
      <Text mb="md" maw={760}>
        {intro}
      </Text>
    </>
  );
}
