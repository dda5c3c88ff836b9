/** What JUnit and its users see of explored tests. */
@NullMarked
package dev.countermand.junit;

import org.jspecify.annotations.NullMarked;
