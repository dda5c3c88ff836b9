/**
 * Rules about the project itself: which part may use which, and what the sources look like.
 *
 * <p>{@link dev.countermand.project.ArchitectureTest} reads the compiled classes of all modules,
 * {@link dev.countermand.project.TidyTest} the files of the repository. A rule that is broken says
 * in its message what to do instead.
 */
@NullMarked
package dev.countermand.project;

import org.jspecify.annotations.NullMarked;
