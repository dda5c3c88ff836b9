/** What the scan names, and what it leaves alone. */
@NullMarked
package dev.countermand.fence.scan;

import org.jspecify.annotations.NullMarked;
