/** Pretendard in pieces by the characters that a page really uses; until they are here the device's font serves. */
import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
