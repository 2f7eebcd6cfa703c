/** Pretendard in pieces by the characters that a page really uses; the style sheet alone names some ninety of them. */
import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
