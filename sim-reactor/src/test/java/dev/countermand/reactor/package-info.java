/** What a user's tests find with this adapter. */
@NullMarked
package dev.countermand.reactor;

import org.jspecify.annotations.NullMarked;
