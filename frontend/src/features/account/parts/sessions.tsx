import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import classes from "@/ui/Rows.module.css";
import { Badge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";
import { useRevokeOthers, useRevokeSession, useSessions } from "../queries";
import { describeDevice } from "./device";

/** Where one is signed in, and the way to end it there. The session at hand is ended by signing out. */
export function Sessions() {
  const t = useT("shop").account;
  const notify = useNotify();
  const sessions = useSessions();
  const revoke = useRevokeSession(() => notify.done(t.revoked));
  const others = useRevokeOthers(() => notify.done(t.revokedOthers));
  const [askingAll, setAskingAll] = useState(false);
  const [asking, setAsking] = useState<string>();
  return (
    <>
      <Loaded query={sessions}>
        {({ items }) => (
          <>
            <ul className={classes.rows} aria-label={t.sessions}>
              {items.map((session) => (
                <li key={session.id} className={classes.row}>
                  <div>
                    <Text fw={600}>{describeDevice(session.user_agent) ?? t.unknownDevice}</Text>
                    <Text size="sm" c="dimmed">
                      {session.address && `${session.address} · `}
                      {t.lastSeen} <When at={session.last_seen_at} />
                    </Text>
                  </div>
                  {session.current ? (
                    <Badge tone="positive">{t.thisDevice}</Badge>
                  ) : (
                    <Button variant="default" onClick={() => setAsking(session.id)}>
                      {t.revoke}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {items.some((session) => !session.current) && (
              <Group mt="lg">
                <Button variant="default" onClick={() => setAskingAll(true)}>
                  {t.revokeOthers}
                </Button>
              </Group>
            )}
          </>
        )}
      </Loaded>
      <ConfirmAction
        opened={askingAll}
        onClose={() => setAskingAll(false)}
        title={t.revokeOthers}
        confirmLabel={t.revokeOthers}
        danger
        input={undefined}
        write={others}
      >
        <Text size="sm">{t.revokeOthersBody}</Text>
      </ConfirmAction>
      <ConfirmAction
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t.revoke}
        confirmLabel={t.revoke}
        danger
        input={asking ?? ""}
        write={revoke}
      >
        <Text size="sm">{t.revokeBody}</Text>
      </ConfirmAction>
    </>
  );
}
