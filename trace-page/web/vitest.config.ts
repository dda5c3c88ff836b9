import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One machine, one browser: what is timed must not compete with other tests.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
