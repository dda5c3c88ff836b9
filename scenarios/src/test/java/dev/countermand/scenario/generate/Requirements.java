package dev.countermand.scenario.generate;

import dev.countermand.loop.PythonVersion;
import tools.jackson.databind.JsonNode;

/** Which Python a document needs, from what it uses. */
final class Requirements {
    private Requirements() {}

    static PythonVersion lowestPython(JsonNode document) {
        if (uses(document, "eager_start")) {
            return PythonVersion.PYTHON_3_14;
        }
        String text = document.toString();
        if (text.contains("\"queue_shutdown\"") || text.contains("\"QueueShutDown\"")) {
            return PythonVersion.PYTHON_3_13;
        }
        if (!text.contains("\"eager_tasks\":true")) {
            return PythonVersion.PYTHON_3_11;
        }
        // Before 3.14 a task has an automatic name of the whole process in its eager first step.
        return uses(document, "current_task") || uses(document, "all_tasks")
                        || uses(document, "task_name")
                ? PythonVersion.PYTHON_3_14
                : PythonVersion.PYTHON_3_12;
    }

    private static boolean uses(JsonNode document, String field) {
        return document.findValue(field) != null;
    }
}
