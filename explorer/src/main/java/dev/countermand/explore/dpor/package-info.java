/**
 * Trying every order of a small program, each class of equivalent orders once if it can be: sound
 * partial-order reduction over loop steps.
 *
 * <p>{@link dev.countermand.explore.dpor.Exhaustive} is the way in. {@link
 * dev.countermand.explore.dpor.RunRecorder} hears what each step touches and makes a partial order
 * of it; one of two searches uses that. Open this package to change what "exhaustive" means; {@code
 * docs/partial-order-reduction.md} says what is proved and what is assumed.
 */
@NullMarked
package dev.countermand.explore.dpor;

import org.jspecify.annotations.NullMarked;
