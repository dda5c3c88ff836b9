import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePayload } from "../../src/model/packed";
import { ALL_TOPICS } from "../../src/model/search";
import { inWords, seconds, short, visible } from "../../src/model/text";
import { Axis } from "../../src/view/axis";
import { fromHash, toHash } from "../../src/view/hash";
import type { View } from "../../src/view/store";
import { nearest } from "../../src/view/table";
import { within, zoomed } from "../../src/view/zooming";
import { FIXED } from "./random";

const times = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    let sum = 0;
    return steps.map((step) => (sum += step * 1e9));
  });
const modes = fc.constantFrom("steps" as const, "time" as const);

describe("texts", () => {
  it("hold nothing that cannot be seen, whatever was in them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/);
      }),
      FIXED,
    );
  });

  it("show escapes for terminals, and marks that turn the order round", () => {
    expect(visible("\u001b[31mred")).toBe("\\u001b[31mred");
    expect(visible("a\u202eb\n")).toBe("a\\u202eb\\n");
    expect(visible("\ud800 caf\u00e9 \u{1f600}")).toBe("\\ud800 caf\u00e9 \u{1f600}");
  });

  it("are cut to their length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        expect(short(text, length).length).toBeLessThanOrEqual(length);
      }),
      FIXED,
    );
  });

  it("say times in seconds, as the terminal does", () => {
    expect(seconds(3_000_000_000)).toBe("3.000s");
    expect(seconds(1_953_125)).toBe("0.001953125s");
    expect(seconds(-5)).toBe("-0.000000005s");
    expect(inWords("sleep until 3000000000 ns")).toBe("sleep until 3.000s");
  });
});

describe("the axis", () => {
  it("keeps the order of slots, within 0 and 1, in both modes", () => {
    fc.assert(
      fc.property(times, modes, (all, mode) => {
        const axis = new Axis(all, mode);
        for (let slot = 0; slot < axis.count; slot++) {
          const left = axis.at(slot) - axis.pitch / 2;
          expect(left).toBeGreaterThanOrEqual(-1e-9);
          expect(left + axis.pitch).toBeLessThanOrEqual(1 + 1e-9);
          expect(slot === 0 || left >= axis.at(slot - 1) + axis.pitch / 2 - 1e-9).toBe(true);
        }
      }),
      FIXED,
    );
  });

  it("finds the slot of every place that it gave", () => {
    fc.assert(
      fc.property(times, modes, (all, mode) => {
        const axis = new Axis(all, mode);
        all.forEach((_, slot) => expect(axis.slotAt(axis.at(slot))).toBe(slot));
      }),
      FIXED,
    );
  });

  it("puts a round time between the slots before and after it", () => {
    fc.assert(
      fc.property(times, (all) => {
        const axis = new Axis(all, "time");
        let last = -Infinity;
        for (const { place, time } of axis.timeTicks(0, 1, 8)) {
          const after = all.findIndex((at) => at >= time);
          expect(place).toBeLessThanOrEqual(axis.at(after));
          expect(after === 0 || place >= axis.at(after - 1)).toBe(true);
          expect(place).toBeGreaterThanOrEqual(last);
          last = place;
        }
      }),
      FIXED,
    );
  });
});

describe("what is in sight", () => {
  it("stays within the run, however it is moved and zoomed", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, part, fc.double({ min: 0.1, max: 9, noNaN: true }), (a, b, c, by) => {
        const { from, to } = within(a, Math.max(0.001, b));
        const view = zoomed(from, to, by, c, 0.001);
        expect(view.from).toBeGreaterThanOrEqual(0);
        expect(view.to).toBeLessThanOrEqual(1 + 1e-9);
        expect(view.to).toBeGreaterThan(view.from);
      }),
      FIXED,
    );
  });
});

describe("the address", () => {
  const view: fc.Arbitrary<View> = fc
    .record({
      cursor: fc.nat(999_999),
      mode: modes,
      from: fc.double({ min: 0, max: 0.49, noNaN: true }),
      to: fc.double({ min: 0.5, max: 1, noNaN: true }),
      query: fc.string({ unit: "binary-ascii" }),
      topics: fc.integer({ min: 0, max: ALL_TOPICS }),
      hidden: fc.array(fc.nat(50)).map((lanes) => new Set(lanes)),
      compare: fc.boolean(),
      chain: fc.integer({ min: -1, max: 50 }),
    })
    .map((made) => ({ ...made, from: Number(made.from.toPrecision(7)), to: Number(made.to.toPrecision(7)) }));

  it("restores every view", () => {
    fc.assert(
      fc.property(view, (wanted) => {
        expect(fromHash(toHash(wanted))).toEqual(wanted);
      }),
      FIXED,
    );
  });

  it("that makes no sense changes nothing of what is seen", () => {
    fc.assert(
      fc.property(fc.string(), (junk) => {
        const view = fromHash(`#at=${junk}&view=${junk}&axis=${junk}&chain=-5&hide=x`);
        expect(view.from === undefined || view.from < (view.to ?? 0)).toBe(true);
        expect(view.chain).toBe(-1);
        expect(view.hidden).toEqual(new Set());
      }),
      FIXED,
    );
  });
});

describe("the table", () => {
  it("finds the place of a slot among those that are listed", () => {
    const listed = Int32Array.from([2, 5, 9]);
    expect([0, 2, 3, 5, 9, 10].map((slot) => nearest(listed, slot))).toEqual([0, 0, 1, 1, 2, 3]);
  });
});

describe("a page without a whole trace", () => {
  it("says so", () => {
    expect(() => parsePayload("{")).toThrow("the trace in this page is not whole");
    expect(() => parsePayload("null")).toThrow("there is no trace in this page");
    expect(() => parsePayload('{"head":{},"runs":[]}')).toThrow("there is no trace");
  });
});
