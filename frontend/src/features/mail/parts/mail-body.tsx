/** A mail as its reader sees it, and its plain text. The HTML lives in a frame that runs nothing and reaches nothing. */
import { Tabs, Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import type { Mail } from "../queries";
import classes from "./mail-body.module.css";

export function MailBody({ mail }: { mail: Mail }) {
  const t = useT("operator").mails;
  if (mail.text === "" && mail.html === "") return <Text c="dimmed">{t.secret}</Text>;
  return (
    <Tabs defaultValue="html" keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="html">{t.html}</Tabs.Tab>
        <Tabs.Tab value="text">{t.text}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="html">
        <iframe title={t.frame(mail.subject)} srcDoc={mail.html} sandbox="" className={classes.frame} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <pre className={classes.text} tabIndex={0} aria-label={t.text}>
          {mail.text}
        </pre>
      </Tabs.Panel>
    </Tabs>
  );
}
