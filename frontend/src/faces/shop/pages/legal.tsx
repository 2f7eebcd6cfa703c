/** What everybody with an account agrees to, to be read by anyone. */
import { Stack, Text, Title } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";

function LegalDocument({ which }: { which: "terms" | "privacy" }) {
  const t = useT("shop").legal[which];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Stack gap="lg" maw="42rem">
        {t.parts.map(({ title, body }) => (
          <section key={title}>
            <Title order={2} size="h4" mb="xs">
              {title}
            </Title>
            <Text>{body}</Text>
          </section>
        ))}
      </Stack>
    </>
  );
}

export const TermsPage = () => <LegalDocument which="terms" />;
export const PrivacyPage = () => <LegalDocument which="privacy" />;
