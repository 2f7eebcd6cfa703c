/** The quiet card in which all account screens stand. */
import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { usePageTitle } from "@/ui/PageHeader";
import classes from "./card.module.css";

interface AccountCardProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}

export function AccountCard({ title, intro, children, foot }: AccountCardProps) {
  usePageTitle(title);
  return (
    <div className={classes.place}>
      <Paper className={classes.card} withBorder>
        <Stack gap="lg">
          <div>
            <Title order={1}>{title}</Title>
            {intro !== undefined && (
              <Text c="dimmed" mt={4}>
                {intro}
              </Text>
            )}
          </div>
          {children}
          {foot}
        </Stack>
      </Paper>
    </div>
  );
}
