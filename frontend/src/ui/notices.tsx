/** Where short notes appear. Loaded with the first of them. */
import { Notifications, notifications } from "@mantine/notifications";

export const { show } = notifications;

export default function Notices() {
  return <Notifications position="bottom-right" limit={4} />;
}
