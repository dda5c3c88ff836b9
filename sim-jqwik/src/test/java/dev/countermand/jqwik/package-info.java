/** What the arbitraries give and how jqwik makes it smaller. */
@NullMarked
package dev.countermand.jqwik;

import org.jspecify.annotations.NullMarked;
