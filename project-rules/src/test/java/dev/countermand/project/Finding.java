package dev.countermand.project;

/**
 * A place where a rule is broken.
 *
 * @param path the file
 * @param line the line, from 1; 0 for the whole file
 * @param message what is wrong, and what to do instead
 */
record Finding(String path, long line, String message) {
    @Override
    public String toString() {
        return path + ":" + line + ": " + message;
    }
}
