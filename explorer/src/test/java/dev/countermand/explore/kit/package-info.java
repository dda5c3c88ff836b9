/** Small programs for the tests of the explorer: nothing but choices and a verdict on them. */
@NullMarked
package dev.countermand.explore.kit;

import org.jspecify.annotations.NullMarked;
