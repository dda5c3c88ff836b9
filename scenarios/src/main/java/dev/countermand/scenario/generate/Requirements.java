package dev.countermand.scenario.generate;

import dev.countermand.loop.PythonVersion;
import tools.jackson.databind.JsonNode;

/** Which Python a document needs, from what it uses. */
final class Requirements {
    private Requirements() {}

    static PythonVersion lowestPython(JsonNode document) {
        String text = document.toString();
        boolean eager = text.contains("\"eager_tasks\":true");
        // Before 3.14 a task has an automatic name of the whole process in its eager first step.
        boolean namesTasks = uses(document, "current_task") || uses(document, "all_tasks")
                || uses(document, "task_name");
        if (uses(document, "eager_start") || (eager && namesTasks)) {
            return PythonVersion.PYTHON_3_14;
        }
        if (text.contains("\"queue_shutdown\"") || text.contains("\"QueueShutDown\"")) {
            return PythonVersion.PYTHON_3_13;
        }
        return eager ? PythonVersion.PYTHON_3_12 : PythonVersion.PYTHON_3_11;
    }

    private static boolean uses(JsonNode document, String field) {
        return document.findValue(field) != null;
    }
}
