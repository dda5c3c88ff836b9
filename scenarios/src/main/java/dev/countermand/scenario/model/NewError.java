package dev.countermand.scenario.model;

import org.jspecify.annotations.Nullable;

/**
 * {@code Error(text)}: an error object yet to be made.
 *
 * @param name its class
 * @param text its only argument; null when it is made without arguments
 */
public record NewError(ErrorName name, @Nullable String text) {}
