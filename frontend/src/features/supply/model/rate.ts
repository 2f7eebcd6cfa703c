/** "0.030000" → "3%": a rate as a person says it, exact to two digits. */
export function ratePercent(rate: string): string {
  const hundredths = Math.round(Number(rate) * 10_000);
  return `${(hundredths / 100).toString()}%`;
}
