/**
 * Writes a trace as one HTML page that needs nothing else.
 *
 * <p>Open it when what a browser shows is wrong.
 */
@NullMarked
package dev.countermand.page;

import org.jspecify.annotations.NullMarked;
