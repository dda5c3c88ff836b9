/** What a user's tests find with this adapter. */
@NullMarked
package dev.countermand.rxjava;

import org.jspecify.annotations.NullMarked;
