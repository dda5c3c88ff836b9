/** What the fence says of runs that differ and of what they leave behind. */
@NullMarked
package dev.countermand.fence;

import org.jspecify.annotations.NullMarked;
