/** Who works for the company, who is invited, and what the roles allow. */
import { Tabs } from "@mantine/core";
import { useMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { InvitationList } from "../parts/invitation-list";
import { InviteButton, MemberList } from "../parts/member-list";
import { RoleList } from "../parts/role-list";

export function MembersPage() {
  const t = useT("company").members;
  const canManage = useMay()("members_manage");
  const list = useList();
  const tab = list.tab ?? "members";
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} actions={canManage && <InviteButton />} />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "members")} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="members">{t.tabs.members}</Tabs.Tab>
          {canManage && <Tabs.Tab value="invitations">{t.tabs.invitations}</Tabs.Tab>}
          <Tabs.Tab value="roles">{t.tabs.roles}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <MemberList canManage={canManage} />
        </Tabs.Panel>
        <Tabs.Panel value="invitations">
          <InvitationList />
        </Tabs.Panel>
        <Tabs.Panel value="roles">
          <RoleList canManage={canManage} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
