// What people type: each story has people and companies of its own, so that no story
// depends on another.
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** The password of everybody in the demo world. */
export const PASSWORD = 'madang-demo-2026';

/** Who can sign in on the seeded world. */
export const PEOPLE = {
  operator: 'operator@madang.example',
  bakery: 'owner@hanbit.example',
  mill: 'owner@saebyeok.example',
  mart: 'owner@dure.example',
  buyer: 'minji@buyers.example',
} as const;

export const SHOPS = { bakery: 'hanbit', mill: 'saebyeok', mart: 'dure' } as const;

/** Test cards, by what happens to them. */
export const CARDS = { success: '4242', declined: '0002', challenge: '3220' } as const;

/** A short word that no earlier run has used. */
export const fresh = (): string => Date.now().toString(36) + randomInt(36 ** 2).toString(36);

/** A valid business registration number under a tax office that is not assigned. */
export function businessNumber(): string {
  const digits = [9, 9, 9, 8, 1, ...Array.from({ length: 4 }, () => randomInt(10))];
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum = weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), Math.floor((5 * (digits[8] ?? 0)) / 10));
  return [...digits, (10 - (sum % 10)) % 10].join('');
}

/** A picture that is there in every checkout. */
export const PICTURE = fileURLToPath(new URL('../../../infra/demo/pictures/hb-milk.webp', import.meta.url));

export const GUEST = { name: '한가을', phone: '010-2345-6789', postcode: '04524', address1: '서울특별시 중구 세종대로 110', address2: '2층' };
