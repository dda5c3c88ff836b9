/**
 * Ways of choosing the next schedule to try, one per file, each after the paper it names.
 *
 * <p>{@link dev.countermand.explore.strategy.Strategies} has them by name and mixes the default
 * portfolio; {@code docs/strategies.md} says when each pays and how the mix was tuned. Open this
 * package to add a strategy.
 */
@NullMarked
package dev.countermand.explore.strategy;

import org.jspecify.annotations.NullMarked;
