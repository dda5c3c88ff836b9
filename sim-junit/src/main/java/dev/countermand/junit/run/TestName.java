package dev.countermand.junit.run;

/**
 * What a test is called.
 *
 * @param packageName the package of its class, empty for none
 * @param className the class with those around it, such as {@code LeaseTest$Expired}
 * @param method the method's name
 * @param invocation the number of the invocation, from 1; 0 if there is only one
 */
public record TestName(String packageName, String className, String method, int invocation) {
    /** For people: {@code LeaseTest.Expired.isLeader[2]}. */
    public String shown() {
        return className.replace('$', '.') + '.' + method + bracket();
    }

    /** For files: with its package, and without characters that a file system might mind. */
    public String file() {
        String prefix = packageName.isEmpty() ? "" : packageName + '.';
        return prefix + className.replace('$', '.') + '.' + method
                + (invocation == 0 ? "" : "." + invocation);
    }

    /** For {@code -Dtest}: {@code LeaseTest$Expired#isLeader}. */
    public String selector() {
        return className + '#' + method;
    }

    /** The file that the class is in, as stack traces name it. */
    String sourceFile() {
        int nested = className.indexOf('$');
        return (nested < 0 ? className : className.substring(0, nested)) + ".java";
    }

    private String bracket() {
        return invocation == 0 ? "" : "[" + invocation + "]";
    }
}
