/** The tests of the page's Java side; what the page does in a browser is tested in {@code web}. */
@NullMarked
package dev.countermand.page;

import org.jspecify.annotations.NullMarked;
