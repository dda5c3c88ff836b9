package dev.countermand.concurrent;

/** What jobs and pools are called, the same in every run. */
final class Names {
    private int pools;
    private int threads;

    String nextPool() {
        return "pool-" + ++pools;
    }

    String nextThread() {
        return "thread-" + ++threads;
    }

    /**
     * What a piece of work is called. The JDK's names of lambdas end in an address, which is
     * another one in each run.
     */
    static String of(Object work) {
        String type = work.getClass().getName();
        int lambda = type.indexOf("$$Lambda");
        if (lambda >= 0) {
            return "a lambda of " + type.substring(type.lastIndexOf('.', lambda) + 1, lambda);
        }
        return "a " + type.substring(type.lastIndexOf('.') + 1);
    }
}
