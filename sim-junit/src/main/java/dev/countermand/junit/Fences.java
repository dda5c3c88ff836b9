package dev.countermand.junit;

import dev.countermand.fence.Fence;
import dev.countermand.junit.run.Suspects;
import java.util.List;

/** Where a test's fence comes from. */
final class Fences {
    /** What a message leaves beside its labels of 100 columns. */
    private static final int WIDTH = 87;

    private Fences() {}

    /** What may make a test of a class depend on more than its schedule. */
    static Suspects of(Class<?> test) {
        Fence fence = Fence.of(test);
        return (first, second) -> fence.explain(first, second)
                .map(divergence -> divergence.suspectLines(WIDTH))
                .orElse(List.of());
    }
}
