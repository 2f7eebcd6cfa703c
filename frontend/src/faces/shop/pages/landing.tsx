import { Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useShops } from "@/features/shopfront";
import { useT } from "@/i18n/provider";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { usePageTitle } from "@/ui/PageHeader";
import { EmptyState, Loaded, SectionTitle } from "@/ui/states";

/** What Madang is, and the shops that are open. */
export function LandingPage() {
  const t = useT("shop").landing;
  const identity = useT("common").identity;
  usePageTitle(t.title);
  const shops = useShops();
  return (
    <>
      <Stack gap="md" py="xl" maw={640}>
        <Title order={1} size="2.25rem">
          {t.headline}
        </Title>
        <Text size="lg" c="dimmed">
          {t.intro}
        </Text>
        <Group>
          <ButtonLink to="/start" size="md">
            {t.start}
          </ButtonLink>
          <ButtonLink to="/sign-up" size="md" variant="default">
            {identity.signUp}
          </ButtonLink>
        </Group>
      </Stack>
      <SectionTitle>{t.shops}</SectionTitle>
      <Loaded query={shops}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.noShops} />
          ) : (
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
              {items.map((shop) => (
                <AnchorLink key={shop.slug} to="/shop/$slug" params={{ slug: shop.slug }} fw={600}>
                  {shop.name}
                </AnchorLink>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </>
  );
}
