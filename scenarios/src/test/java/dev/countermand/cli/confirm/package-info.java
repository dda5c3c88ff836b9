/** What is found on the simulated loop, on the real CPythons of this machine. */
@NullMarked
package dev.countermand.cli.confirm;

import org.jspecify.annotations.NullMarked;
