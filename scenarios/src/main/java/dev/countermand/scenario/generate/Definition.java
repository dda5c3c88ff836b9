package dev.countermand.scenario.generate;

import java.util.List;

/**
 * A coroutine, generator or function of a generated scenario.
 *
 * @param name what it is called by
 * @param parameters what it expects; the first is {@code p0}, and so on
 * @param rank those of a higher rank may be called from it
 */
record Definition(String name, List<Kind> parameters, int rank) {}
