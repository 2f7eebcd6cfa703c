/** Numbers that Korean papers carry: business registration, telephone, mail-order report. Data rules, no I/O. */

export const digitsOnly = (text: string): string => text.replace(/\D/g, "");

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** Whether ten digits bear the right check digit (weights 1 3 7 1 3 7 1 3 5, plus the tens of five times the ninth). */
export function isBusinessNumber(text: string): boolean {
  const digits = [...digitsOnly(text)].map(Number);
  const [ninth, check] = [digits[8], digits[9]];
  if (digits.length !== 10 || ninth === undefined || check === undefined) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), Math.floor((ninth * 5) / 10));
  return (10 - (sum % 10)) % 10 === check;
}

/** 1208147521 → 120-81-47521, also while it is being typed. */
export function formatBusinessNumber(text: string): string {
  const digits = digitsOnly(text).slice(0, 10);
  return [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)].filter((part) => part !== "").join("-");
}

/** 0212345678 → 02-1234-5678, 01012345678 → 010-1234-5678, 15881234 → 1588-1234, also while it is being typed. */
export function formatPhone(text: string): string {
  if (text.trim().startsWith("+")) return `+${digitsOnly(text).slice(0, 15)}`;
  const digits = digitsOnly(text).slice(0, 12);
  const join = (...cuts: number[]) => {
    const parts: string[] = [];
    let start = 0;
    for (const end of [...cuts, digits.length]) {
      if (digits.length > start) parts.push(digits.slice(start, Math.min(end, digits.length)));
      start = end;
    }
    return parts.join("-");
  };
  if (/^1[568]/.test(digits)) return join(4);
  const area = digits.startsWith("02") ? 2 : 3;
  return digits.length - area > 7 ? join(area, area + 4) : join(area, area + 3);
}

/** A telephone number that could be dialled: eight to eleven digits, or an international one. */
export function isPhone(text: string): boolean {
  const count = digitsOnly(text).length;
  return text.trim().startsWith("+") ? count >= 8 && count <= 15 : count >= 8 && count <= 12;
}
