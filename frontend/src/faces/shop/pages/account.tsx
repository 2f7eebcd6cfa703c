/** The account screens at their addresses; the screens themselves belong to identity. */
import { useLocation, useRouter, useSearch } from "@tanstack/react-router";
import { ConfirmEmail, ForgotPassword, Invitation, ResetPassword, SignIn, SignUp, VerifyEmail } from "@/features/identity";
import { tokenIn } from "@/lib/fragment";

/** Where to go afterwards: a path of ours, never an address elsewhere. */
export function safeReturn(to: unknown): string {
  return typeof to === "string" && /^\/(?![/\\])/.test(to) ? to : "/";
}

const ELSEWHERE = /^\/(company|operator)(\/|\?|$)/;

const useToken = (): string | undefined => tokenIn(useLocation({ select: ({ hash }) => hash }));

export function SignInPage() {
  const router = useRouter();
  const search: { to?: unknown } = useSearch({ strict: false });
  const go = () => {
    const to = safeReturn(search.to);
    // The workspace and the console are other pages; within this one the address is taken as the browser shows it.
    if (ELSEWHERE.test(to)) location.assign(to);
    else router.history.push(to);
  };
  return <SignIn onDone={go} />;
}

export const SignUpPage = () => <SignUp />;
export const VerifyEmailPage = () => <VerifyEmail token={useToken()} />;
export const ConfirmEmailPage = () => <ConfirmEmail token={useToken()} />;
export const ForgotPasswordPage = () => <ForgotPassword />;
export const InvitationPage = () => <Invitation token={useToken()} />;
export const ResetPasswordPage = () => <ResetPassword token={useToken()} />;
