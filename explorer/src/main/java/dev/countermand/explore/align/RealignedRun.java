package dev.countermand.explore.align;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.List;

/**
 * Answers by numbers first, and for the departures behind a change by their landmarks: the change
 * has shifted the numbers of all choices after it.
 */
public final class RealignedRun implements Scheduler {
    private final Scheduler numbered;
    private final List<Landmark> followers;
    private final Landmark.Detail detail;
    private final int[] offers;

    /**
     * Creates the scheduler of one run.
     *
     * @param fixed the departures that are taken by their numbers
     * @param followers those that are found by their landmarks
     * @param detail how closely what is found must fit
     */
    public RealignedRun(Schedule fixed, List<Landmark> followers, Landmark.Detail detail) {
        this.numbered = fixed.scheduler();
        this.followers = followers;
        this.detail = detail;
        this.offers = new int[followers.size()];
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        int answer = numbered.choose(kind, about, bound);
        if (followers.stream().noneMatch(follower -> follower.kind() == kind)) {
            return answer;
        }
        for (int pick = 0; pick < bound; pick++) {
            String key = detail.key(kind, about, pick);
            for (int i = 0; i < offers.length; i++) {
                if (isOffer(followers.get(i), kind, key)
                        && ++offers[i] == followers.get(i).places().get(detail).ordinal()
                        && answer == 0) {
                    answer = pick;
                }
            }
        }
        return answer;
    }

    private boolean isOffer(Landmark follower, ChoiceKind kind, String key) {
        return follower.kind() == kind && follower.places().get(detail).key().equals(key);
    }
}
