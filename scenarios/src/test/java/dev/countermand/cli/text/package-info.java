/** What commands print. */
@NullMarked
package dev.countermand.cli.text;

import org.jspecify.annotations.NullMarked;
