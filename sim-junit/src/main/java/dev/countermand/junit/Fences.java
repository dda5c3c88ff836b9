package dev.countermand.junit;

import dev.countermand.fence.Fence;
import dev.countermand.fence.RunWatch;
import dev.countermand.junit.run.Suspects;

/** Where a test's fence comes from. */
final class Fences {
    /** What a message leaves beside its labels of 100 columns. */
    private static final int WIDTH = 87;

    private Fences() {}

    /** What may make a test of a class depend on more than its schedule. */
    static Suspects of(Class<?> test) {
        Fence fence = Fence.of(test);
        return (first, second, again) -> {
            // The watch is made only now: reading all classes is nothing for tests that pass.
            RunWatch watch = fence.watch();
            again.run();
            return fence.explain(first, second, watch.look())
                    .map(divergence -> new Suspects.Named(
                            divergence.words(), divergence.suspectLines(WIDTH)));
        };
    }
}
