/** The oracles on programs in Java: each fires where it must and is silent beside it. */
@NullMarked
package dev.countermand.loop.oracle;

import org.jspecify.annotations.NullMarked;
