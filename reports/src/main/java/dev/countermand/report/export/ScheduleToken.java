package dev.countermand.report.export;

import dev.countermand.loop.schedule.Choice;
import java.util.List;

/** The schedule of a run as one word, which the command line and {@code @Interleave} take. */
final class ScheduleToken {
    private ScheduleToken() {}

    /** Such as {@code 12:1,30:2}, or {@code fifo} where nothing departs from asyncio. */
    static String of(List<Choice> choices) {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).departs()) {
                token.append(token.isEmpty() ? "" : ",").append(i).append(':')
                        .append(choices.get(i).picked());
            }
        }
        return token.isEmpty() ? "fifo" : token.toString();
    }
}
