/**
 * Tests that a user might write, for the tests of this module to run. Many of them fail, on
 * purpose.
 */
@NullMarked
package dev.countermand.sample;

import org.jspecify.annotations.NullMarked;
