/** Where short notes appear. Loaded after the first page. */
import { Notifications, notifications } from "@mantine/notifications";

export const { show } = notifications;

export default function Notices() {
  return <Notifications position="bottom-right" limit={4} />;
}
