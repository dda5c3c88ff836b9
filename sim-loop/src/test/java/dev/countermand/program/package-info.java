/**
 * Programs as a user would write them, outside the library's own packages, so that the library can
 * tell their lines from its own.
 */
@NullMarked
package dev.countermand.program;

import org.jspecify.annotations.NullMarked;
