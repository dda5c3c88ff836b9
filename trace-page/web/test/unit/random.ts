import fc from "fast-check";
import { Script } from "./script";

const TASKS = ["main", "a", "b", "c", "timer", "done callback of task a"];
const SEED = 20261122;

/** Every law is tried on the same runs in every build. */
export const FIXED = { seed: SEED, numRuns: 300 };

/** Any run: also such as no loop makes. */
export function scripts(strings: string[] = []): fc.Arbitrary<Script> {
  const action = fc.tuple(
    fc.integer({ min: 0, max: 11 }),
    fc.constantFrom(...TASKS),
    fc.constantFrom(...TASKS),
  );
  return fc.array(action, { maxLength: 80 }).map((actions) => {
    const script = new Script(strings);
    actions.forEach(([what, one, other]) => act(script, what, one, other));
    return script;
  });
}

function act(script: Script, what: number, one: string, other: string): void {
  switch (what) {
    case 0:
    case 1:
    case 2:
      script.ran(one);
      break;
    case 3:
      script.awaits(one, `Lock held by ${other}`, "File.java:1");
      break;
    case 4:
      script.wakes(one, other);
      break;
    case 5:
      script.cancels(one, other, "explorer");
      break;
    case 6:
      script.cancels(one, null, "timeout", `task ${other}`);
      break;
    case 7:
      script.ends(one, "returned");
      break;
    case 8:
      script.advance(1_000_000).sets("timer", one, 9_000_000);
      break;
    case 9:
      script.chose(other === "a" ? "choose" : "cancel", one === "a" ? 0 : 1);
      break;
    case 10:
      script.creates(one, other);
      break;
    default:
      script.says(one === "a" ? null : one, "run", { outcome: "returned" }).violates("deadlock", "x");
  }
}
