/** The built-in oracles on scenarios: each fires where it must and is silent beside it. */
@NullMarked
package dev.countermand.scenario.oracle;

import org.jspecify.annotations.NullMarked;
