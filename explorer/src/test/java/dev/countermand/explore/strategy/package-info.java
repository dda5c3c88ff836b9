/** What each strategy promises, checked on programs small enough to count their schedules. */
@NullMarked
package dev.countermand.explore.strategy;

import org.jspecify.annotations.NullMarked;
