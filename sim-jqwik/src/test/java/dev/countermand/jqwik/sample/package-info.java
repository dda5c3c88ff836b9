/** Properties that fail, run by tests. */
@NullMarked
package dev.countermand.jqwik.sample;

import org.jspecify.annotations.NullMarked;
