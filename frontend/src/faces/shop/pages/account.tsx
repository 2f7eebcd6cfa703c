/** The account screens at their addresses; the screens themselves belong to identity. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ForgotPassword, ResetPassword, SignIn, SignUp, VerifyEmail } from "@/features/identity";

/** Where to go afterwards: a path of ours, never an address elsewhere. */
export function safeReturn(to: unknown): string {
  return typeof to === "string" && /^\/(?![/\\])/.test(to) ? to : "/";
}

const useToken = (): string | undefined => {
  const { token }: { token?: unknown } = useSearch({ strict: false });
  return typeof token === "string" && token !== "" ? token : undefined;
};

export function SignInPage() {
  const navigate = useNavigate();
  const search: { to?: unknown } = useSearch({ strict: false });
  return <SignIn onDone={() => void navigate({ href: safeReturn(search.to) })} />;
}

export const SignUpPage = () => <SignUp />;
export const VerifyEmailPage = () => <VerifyEmail token={useToken()} />;
export const ForgotPasswordPage = () => <ForgotPassword />;
export const ResetPasswordPage = () => <ResetPassword token={useToken()} />;
