package org.parley.referral.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mediation center of the directory, and what routing has to know of it.
 *
 * @param boroughs that it serves
 * @param commands that it serves inside those; all of them when empty
 * @param types dispute types that it takes; all when empty
 * @param languages that it works in; not stated when empty
 * @param weeklyCapacity referrals it can accept in a week; not stated when null
 * @param accepting whether it takes new referrals at present
 */
public record Center(
        String id,
        String name,
        Set<String> boroughs,
        Set<String> commands,
        Set<String> types,
        Set<String> languages,
        @Nullable Integer weeklyCapacity,
        OpeningHours hours,
        CenterContact contact,
        boolean accepting) {

    public Center {
        boroughs = Set.copyOf(boroughs);
        commands = Set.copyOf(commands);
        types = Set.copyOf(types);
        languages = Set.copyOf(languages);
    }

    boolean catches(String borough, String command) {
        return boroughs.contains(borough) && (commands.isEmpty() || commands.contains(command));
    }

    boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }

    /** Who has not said comes after who has, but is not ruled out: there are interpreters. */
    boolean mayNotSpeak(String language) {
        return !languages.contains(language);
    }

    boolean isFull(Load load) {
        return weeklyCapacity != null && load.thisWeek() >= weeklyCapacity;
    }

    String saysOf(String language) {
        if (languages.isEmpty()) {
            return "has not said whether it works in " + language;
        }
        return languages.contains(language) ? "works in " + language : "does not work in " + language;
    }

    String saysOf(Load load) {
        return weeklyCapacity == null
                ? "has not said what it can take in a week"
                : Math.max(0, weeklyCapacity - load.thisWeek()) + " of " + weeklyCapacity + " free this week";
    }

    /** When it will have been open for so long. */
    public Instant deadline(Instant from, Duration open) {
        return hours.after(from, open);
    }
}
