import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileOf, within } from "../../src/exploration/bench-profile";
import { type Bench, type Exploration, parse } from "../../src/exploration/data";
import { geometricMean, median, missed, percent } from "../../src/exploration/words";

const SEED = { seed: 20261122, numRuns: 300 };

describe("a share in per cent", () => {
  it("is near the share, with two digits at most beside zeros", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1, noNaN: true }), (share) => {
        const text = percent(share);
        const value = Number(text.replace(" %", "").replaceAll(",", "")) / 100;
        expect(Math.abs(value - share)).toBeLessThanOrEqual(share * 0.051 + 1e-12);
        expect(text).toMatch(/^[0-9.]+ %$/);
      }),
      SEED,
    );
  });

  it("is plain for what has no digits", () => {
    expect([0, 1, 0.5, 0.00062, Number.NaN].map(percent)).toEqual([
      "0 %", "100 %", "50 %", "0.062 %", "0 %",
    ]);
  });
});

describe("the probability to miss a failure", () => {
  it("falls with the rate and with the runs, from 1", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(10_000),
        (a, b, runs) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(missed(high, runs)).toBeLessThanOrEqual(missed(low, runs));
          expect(missed(a, runs + 1)).toBeLessThanOrEqual(missed(a, runs));
          expect(missed(a, 0)).toBe(1);
        },
      ),
      SEED,
    );
  });
});

describe("the middle", () => {
  it("has as many below as above", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 50 }), (numbers) => {
        const middle = median(numbers);
        const below = numbers.filter((number) => number < middle).length;
        const above = numbers.filter((number) => number > middle).length;
        expect(below).toBeLessThanOrEqual(numbers.length / 2);
        expect(above).toBeLessThanOrEqual(numbers.length / 2);
      }),
      SEED,
    );
  });

  it("lies between the smallest and the largest, geometrically too", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1 }), (numbers) => {
        const mean = geometricMean(numbers);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...numbers) + 1e-6);
      }),
      SEED,
    );
  });
});

describe("a base seed", () => {
  it("keeps all its digits, whatever texts stand around it", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.string(), (seed, text) => {
        const tricky = JSON.stringify(`"base_seed": 7 ${text} \\`);
        const data = parse(`{"kind":"explore","scenario":${tricky},"base_seed": ${seed},"x":${tricky}}`);
        expect((data as Exploration).base_seed).toBe(String(seed));
      }),
      SEED,
    );
  });
});

describe("the profile of a strategy", () => {
  it("rises to the share of searches that found the bug, and holds every search", () => {
    const cell = fc
      .tuple(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), fc.nat(5))
      .map(([found, missed]) => ({
        found: found.length,
        runs: [...found, ...Array<number>(missed).fill(100)],
      }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const data = { programs: cells.map((own) => ({ strategies: { s: own } })) } as unknown;
        const profile = profileOf(data as Bench, "s");
        const searches = cells.flatMap((own) => own.runs).length;
        const found = cells.reduce((sum, own) => sum + own.found, 0);
        expect(within(profile, 100)).toBeCloseTo(found / searches, 12);
        expect(within(profile, 0)).toBe(0);
        const shares = profile.map(([, share]) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        const early = cells.flatMap((own) => own.runs).filter((runs) => runs <= 50).length;
        expect(within(profile, 50)).toBeCloseTo(early / searches, 12);
      }),
      SEED,
    );
  });
});

describe("data of another kind", () => {
  it("are refused", () => {
    expect(() => parse('{"kind":"trace"}')).toThrow("expected the data of explore or of bench");
  });
});
