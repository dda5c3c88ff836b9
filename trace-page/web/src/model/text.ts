/** How texts of a trace are shown: none of them may change what stands around it. */

// Controls, and what reorders or hides text: a name must not be able to look like another one.
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with every character that cannot be seen as its escape. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (c) => {
    switch (c) {
      case "\n":
        return "\\n";
      case "\r":
        return "\\r";
      case "\t":
        return "\\t";
      default:
        return "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0");
    }
  });
}

/** The visible text, cut to a length. */
export function short(text: string, length: number): string {
  const seen = visible(text.length > length ? text.slice(0, length + 1) : text);
  return seen.length <= length ? seen : seen.slice(0, length - 1) + "\u2026";
}

/** A name, which must be seen even if it has no characters. */
export function nameOf(text: string): string {
  return text.trim() === "" ? JSON.stringify(text) : short(text, 80);
}

/** Nanoseconds as seconds with at least three decimals, and as many as are needed. */
export function seconds(nanos: number): string {
  const sign = nanos < 0 ? "-" : "";
  const all = Math.abs(nanos);
  const whole = Math.floor(all / 1e9);
  const rest = Math.round(all - whole * 1e9);
  let decimals = String(rest).padStart(9, "0");
  while (decimals.length > 3 && decimals.endsWith("0")) {
    decimals = decimals.slice(0, -1);
  }
  return `${sign}${whole}.${decimals}s`;
}

/** The text with every number of nanoseconds as seconds. */
export function inWords(text: string): string {
  return text.replace(/\b([0-9]{1,18}) ns\b/g, (_, nanos: string) => seconds(Number(nanos)));
}

/** Such as "1 step" or "2 steps". */
export function count(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}
