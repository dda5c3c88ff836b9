/**
 * Tests of the library of scenarios: that its files are in order, that each bug in it can be found
 * and its repair cannot be faulted, and that each rule holds.
 *
 * <p>Open it when a scenario was added: {@code -Dcountermand.golden=update} brings the index and
 * the page in {@code docs} up to date, and {@link dev.countermand.scenario.library.Bug} has to be
 * told how a new bug shows.
 */
@NullMarked
package dev.countermand.scenario.library;

import org.jspecify.annotations.NullMarked;
