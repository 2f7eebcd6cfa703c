/** The clock under which goods are kept for a payment, second by second, read out only when it is nearly over. */
import { Text } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useT } from "@/i18n/provider";
import { timeLeft } from "../model/progress";
import classes from "./order-parts.module.css";

export function Reservation({ until, onOver }: { until: string; onOver: () => void }) {
  const t = useT("shop").order;
  const [now, setNow] = useState(() => Date.now());
  const over = Date.parse(until) <= now;

  useEffect(() => {
    if (over) {
      onOver();
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [over, onOver]);

  const { minutes, seconds } = timeLeft(until, now);
  return (
    <p className={classes.clock} role="timer" aria-live={minutes < 1 && seconds % 30 === 0 ? "polite" : "off"}>
      <IconClock size={18} stroke={1.6} aria-hidden />
      <Text component="span" className="figures" fw={700}>
        {t.timeLeft(minutes, seconds)}
      </Text>
    </p>
  );
}
