/** What each error code says to a person. A code of the API that is missing here fails the type check. */
import type { AnyCode } from "@/api/problem";

export const errors: Record<AnyCode, string> = {
  "client.network": "서버에 닿지 못했습니다. 인터넷 연결을 확인한 뒤 다시 시도해 주세요.",
  "client.unexpected": "예상하지 못한 문제가 생겼습니다. 잠시 뒤 다시 시도해 주세요.",
  "request.malformed": "요청을 읽을 수 없습니다.",
  "request.body_invalid": "보낸 내용의 형식이 맞지 않습니다.",
  "request.query_invalid": "주소에 적힌 조건이 맞지 않습니다.",
  "request.header_invalid": "요청에 필요한 정보가 빠졌거나 맞지 않습니다.",
  "auth.required": "로그인이 필요합니다.",
  "auth.expired": "로그인한 시간이 지났습니다. 다시 로그인해 주세요.",
  "auth.forbidden": "지금 역할로는 할 수 없는 일입니다.",
  "request.not_found": "찾을 수 없거나 볼 수 없는 내용입니다.",
  "request.method_not_allowed": "이 주소에서는 할 수 없는 요청입니다.",
  "request.conflict": "그 사이 다른 사람이 바꾸었습니다. 새로고침한 뒤 다시 해 주세요.",
  "request.in_flight": "같은 요청을 처리하고 있습니다. 잠시만 기다려 주세요.",
  "request.version_mismatch": "그 사이 내용이 바뀌었습니다. 새로고침한 뒤 다시 해 주세요.",
  "request.too_large": "보낸 내용이 너무 큽니다.",
  "request.media_type": "받을 수 없는 형식입니다.",
  "request.invalid": "입력한 내용을 확인해 주세요.",
  "request.idempotency_key_reused": "같은 번호로 다른 요청이 이미 있었습니다. 다시 시도해 주세요.",
  "request.version_required": "최신 내용을 먼저 불러와야 합니다.",
  "request.too_many": "요청이 너무 많습니다. 잠시 뒤 다시 해 주세요.",
  "server.internal": "우리 쪽에 문제가 생겼습니다. 잃어버린 내용은 없습니다.",
  "server.unavailable": "서비스 일부에 닿지 못하고 있습니다. 잠시 뒤 다시 해 주세요.",
};

/** What is wrong with one field, by the reason word of `fields[]`; `other` stands for any word not listed. */
export const reasons = {
  required: "꼭 필요한 항목입니다.",
  too_short: "너무 짧습니다.",
  too_long: "너무 깁니다.",
  too_small: "너무 작은 값입니다.",
  too_large: "너무 큰 값입니다.",
  out_of_range: "허용된 범위를 벗어났습니다.",
  malformed: "형식이 맞지 않습니다.",
  invalid: "올바르지 않은 값입니다.",
  check_digit: "번호를 다시 확인해 주세요.",
  taken: "이미 쓰이고 있습니다.",
  unknown: "없는 값입니다.",
  reserved: "쓸 수 없는 값입니다.",
  duplicate: "같은 값이 두 번 들어 있습니다.",
  other: "확인이 필요합니다.",
};

export type Errors = typeof errors;
export type Reasons = typeof reasons;
