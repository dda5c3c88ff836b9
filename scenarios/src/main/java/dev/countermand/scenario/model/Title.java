package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/**
 * What a scenario is called.
 *
 * @param name its name
 * @param description what it is about; null when the document does not say
 */
public record Title(String name, @Nullable String description) {}
