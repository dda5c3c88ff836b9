package dev.countermand.loop.schedule;

/** How far the orders that are tried may depart from CPython's. */
public enum OrderMode {
    /** Only what asyncio leaves open: every finding can happen on a real asyncio. */
    LEGAL("legal"),
    /**
     * Any order of the ready queue as well: finds code that relies on asyncio's fairness, and makes
     * correct asyncio programs fail too, so each finding says that it is adversarial.
     */
    ADVERSARIAL("adversarial");

    private final String label;

    OrderMode(String label) {
        this.label = label;
    }

    /** The mode's word in traces, reports and on the command line. */
    public String label() {
        return label;
    }
}
