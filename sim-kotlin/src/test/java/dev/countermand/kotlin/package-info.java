/** What a user's tests find with this adapter. */
@NullMarked
package dev.countermand.kotlin;

import org.jspecify.annotations.NullMarked;
