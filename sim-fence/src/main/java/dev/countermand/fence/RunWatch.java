package dev.countermand.fence;

import dev.countermand.fence.scan.CodeUnderTest;
import dev.countermand.fence.scan.Suspect;
import dev.countermand.fence.scan.Suspects;
import dev.countermand.fence.watch.StaticWatch;
import dev.countermand.fence.watch.ThreadWatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees what runs leave behind. It is made before the first run and asked after each.
 *
 * <p>It looks at the whole JVM: threads that another test starts meanwhile are named too.
 */
public final class RunWatch {
    private final StaticWatch statics;
    private final ThreadWatch threads;

    RunWatch(CodeUnderTest code, Suspects scanned) {
        this.statics = new StaticWatch(code);
        this.threads = new ThreadWatch(code, scanned);
    }

    /**
     * What has been left behind since it was last asked, or since it was made.
     *
     * @return threads that still run, then static fields that have changed
     */
    public List<Suspect> look() {
        List<Suspect> left = new ArrayList<>(threads.look());
        left.addAll(statics.look());
        return left;
    }
}
