package dev.countermand.scenario.model;

/**
 * One asyncio program with the way it is driven and what must hold: a whole document of the format
 * {@code countermand-scenario/1}.
 *
 * @param title for people
 * @param python the lowest CPython minor version that has everything used
 * @param program the shared objects and the code
 * @param host how the program is driven
 * @param requirements what must hold
 */
public record Scenario(
        Title title,
        PythonVersion python,
        Program program,
        HostScript host,
        Requirements requirements) {

    /** The scenario's name, of {@link #title()}. */
    public String name() {
        return title.name();
    }
}
