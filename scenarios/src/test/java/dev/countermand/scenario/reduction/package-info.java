/**
 * Partial-order reduction of scenarios: exact numbers of classes where they are known, and the same
 * outcomes as a search without any reduction.
 */
@NullMarked
package dev.countermand.scenario.reduction;

import org.jspecify.annotations.NullMarked;
