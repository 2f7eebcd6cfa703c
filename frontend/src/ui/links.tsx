/** Mantine's looks on the router's links: `<ButtonLink to="/company/trades" search={{ state: "paid" }}>`. */
import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type Native = Omit<ComponentPropsWithRef<"a">, "color" | "style">;

/** Takes the size of the text around it. In the midst of a sentence give it `underline="always"`: colour alone is no sign. */
const MantineAnchor = (props: AnchorProps & Native) => <Anchor inherit {...props} />;
const MantineButton = (props: ButtonProps & Native) => <Button component="a" {...props} />;
const MantineIcon = (props: ActionIconProps & Native) => <ActionIcon component="a" {...props} />;

export const AnchorLink = createLink(MantineAnchor);
export const ButtonLink = createLink(MantineButton);
export const IconLink = createLink(MantineIcon);
