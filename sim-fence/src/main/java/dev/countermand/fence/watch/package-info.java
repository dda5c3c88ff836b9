/**
 * Looks at a JVM before and after a run: which threads are there, what static fields hold.
 *
 * <p>Open it when a leftover is not seen, or one is named that is none.
 */
@NullMarked
package dev.countermand.fence.watch;

import org.jspecify.annotations.NullMarked;
