package dev.countermand.junit.run;

/** The command that runs one test with one schedule. */
final class Rerun {
    private Rerun() {}

    static String command(TestName name, String schedule) {
        boolean isGradle = System.getProperty("org.gradle.test.worker") != null;
        // Gradle gives its own properties to no test; the environment reaches them.
        String invocation = name.invocation() == 0
                ? "" : " -Dcountermand.invocation=" + name.invocation();
        String selector = quoted(isGradle
                ? name.selector().replace('#', '.') : name.selector());
        return isGradle
                ? "COUNTERMAND_SCHEDULE=" + schedule + " gradle test --tests " + selector
                : "mvn test -Dtest=" + selector + " -Dcountermand.schedule=" + schedule
                        + invocation;
    }

    /** A dollar sign means something to a shell. */
    private static String quoted(String word) {
        return word.indexOf('$') < 0 ? word : "'" + word + "'";
    }
}
