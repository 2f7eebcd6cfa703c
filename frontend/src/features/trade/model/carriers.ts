/** Carriers that are offered while one types; any other name is as good. */
export const CARRIERS = ["CJ대한통운", "우체국택배", "한진택배", "롯데택배", "로젠택배", "경동택배", "직접 배송"];
