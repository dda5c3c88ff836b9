/** Numbers in words, with no more digits than are known. */

/** A share in per cent with two significant digits, such as "0.062 %". */
export function percent(share: number): string {
  if (!(share > 0)) {
    return "0 %";
  }
  const value = share * 100;
  const digits = Math.max(0, Math.min(8, 1 - Math.floor(Math.log10(value))));
  const rounded = Number(value.toFixed(digits));
  return `${rounded.toLocaleString("en", { maximumFractionDigits: 8 })} %`;
}

/** A whole number with separators, or a dash for none. */
export function whole(number: number | null | undefined): string {
  return number === null || number === undefined
    ? "\u2013"
    : Math.round(number).toLocaleString("en");
}

/** A number of runs as a bench has it: whole, or with one decimal. */
export function average(number: number): string {
  return number.toLocaleString("en", { maximumFractionDigits: number < 100 ? 1 : 0 });
}

/** The share of searches of so many runs that miss what fails at a rate. */
export function missed(rate: number, runs: number): number {
  return rate >= 1 ? (runs > 0 ? 0 : 1) : Math.exp(runs * Math.log1p(-Math.max(0, rate)));
}

/** The value in the middle; of an even number the mean of both. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The geometric mean of numbers of at least 1. */
export function geometricMean(numbers: readonly number[]): number {
  const logs = numbers.map((number) => Math.log(Math.max(1, number)));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length));
}
