package dev.countermand.loop.error;

/**
 * The simulation cannot go on: a verdict that leaves through the program under test.
 *
 * <p>No part of the loop and no task keeps or converts it, and programs should not catch it.
 */
public abstract class RunAborted extends Error implements NamedError {
    /** Creates it with a message for people. */
    protected RunAborted(String message) {
        super(message, null, false, false);
    }
}
