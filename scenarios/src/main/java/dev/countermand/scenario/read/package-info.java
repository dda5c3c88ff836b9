/**
 * From bytes to a {@link dev.countermand.scenario.model.Scenario}, or to one clear line that says
 * what is wrong and where. Open it to add or change an operation: the {@code *Forms} classes
 * declare each form of the language once, with its fields and their types, and both {@link
 * dev.countermand.scenario.read.ScenarioReader} and the JSON Schema follow from that declaration,
 * so they cannot disagree. What no schema can say (does this name exist here, may this body wait)
 * is checked by {@code Placement}, {@code NameScope} and {@code Reading}. The scenario language
 * itself is specified in the format's own document, not here.
 */
@NullMarked
package dev.countermand.scenario.read;

import org.jspecify.annotations.NullMarked;
