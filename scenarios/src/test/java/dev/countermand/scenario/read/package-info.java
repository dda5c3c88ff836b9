/** Tests of the reader and the schema: that they agree, and what they say. */
@NullMarked
package dev.countermand.scenario.read;

import org.jspecify.annotations.NullMarked;
