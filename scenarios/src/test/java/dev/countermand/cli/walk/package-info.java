/** The walk through a run, on terminals that are scripted. */
@NullMarked
package dev.countermand.cli.walk;

import org.jspecify.annotations.NullMarked;
