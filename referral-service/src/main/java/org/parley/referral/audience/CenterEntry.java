package org.parley.referral.audience;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.referral.codes.Listed;
import org.parley.referral.delivery.Feed;
import org.parley.referral.routing.Center;
import org.parley.referral.routing.CenterContact;
import org.parley.referral.routing.OpeningHours;
import org.parley.referral.routing.OpeningHours.Hours;
import org.parley.starter.codes.CodeList;
import org.parley.starter.web.ProblemException;
import org.parley.starter.web.Violation;

/**
 * A center as the directory has it, for those who keep it: entered over the API or on a page, by the same rules.
 *
 * @param commands inside the boroughs that it serves; all of them when empty
 * @param types dispute types that it takes; all when empty
 * @param languages that it works in; not stated when empty
 * @param weeklyCapacity referrals it can accept in a week; not stated when null
 * @param hours of each weekday on which it is open at all
 * @param closed dates on which it is not
 * @param accepting whether it takes new referrals at present; true unless given
 */
public record CenterEntry(
        @NotNull @Size(min = 1, max = 120) String name,
        @NotEmpty Set<@NotNull @Listed("boroughs") String> boroughs,
        @Nullable Set<@NotNull @Listed("commands") String> commands,
        @Nullable Set<@NotNull @Listed("dispute-types") String> types,
        @Nullable Set<@NotNull @Listed("languages") String> languages,
        @Nullable @Min(1) @Max(1000) Integer weeklyCapacity,
        @NotEmpty @Size(max = 7) List<@NotNull @Valid Day> hours,
        @NotNull String zone,
        @Nullable @Size(max = 366) Set<@NotNull LocalDate> closed,
        @Nullable @Valid Contact contact,
        @Nullable Boolean accepting) {

    private static final CodeList COMMANDS = CodeList.of("commands");

    /** As in the contracts' {@code center}. */
    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** Whether a center can be called this; its feed is, too. */
    public static boolean canBeCalled(String id) {
        return ID.matcher(id).matches() && Feed.isOfCenter(id);
    }

    public record Day(
            @NotNull DayOfWeek day,
            @NotNull LocalTime opens,
            @NotNull LocalTime closes) {}

    /** Of the organisation, never of a person. */
    public record Contact(
            @Nullable @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 254) String email,

            @Nullable @Size(max = 200) @Pattern(regexp = "https?://\\S+", message = "must be a http or https URL")
            String website) {}

    public static CenterEntry from(Center center) {
        var hours = center.hours();
        return new CenterEntry(
                center.name(),
                new TreeSet<>(center.boroughs()),
                new TreeSet<>(center.commands()),
                new TreeSet<>(center.types()),
                new TreeSet<>(center.languages()),
                center.weeklyCapacity(),
                hours.week().entrySet().stream()
                        .map(day -> new Day(
                                day.getKey(),
                                day.getValue().opens(),
                                day.getValue().closes()))
                        .sorted(Comparator.comparing(Day::day))
                        .toList(),
                hours.zone().getId(),
                new TreeSet<>(hours.closed()),
                new Contact(
                        center.contact().phone(),
                        center.contact().email(),
                        center.contact().website()),
                center.accepting());
    }

    /** @throws ProblemException when it breaks a rule that one field alone can't tell */
    public Center center(String id) {
        var broken = new ArrayList<Violation>();
        var week = week(broken);
        var knownZone = zone(broken);
        var inside = Objects.requireNonNullElse(commands, Set.<String>of());
        inside.stream()
                .filter(command ->
                        !boroughs.contains(COMMANDS.find(command).orElseThrow().get("borough")))
                .sorted()
                .forEach(command ->
                        broken.add(new Violation("/commands", command + " does not lie in the boroughs it serves")));
        if (!broken.isEmpty() || knownZone == null) {
            throw ProblemException.invalid(broken);
        }
        return new Center(
                id,
                name,
                boroughs,
                inside,
                Objects.requireNonNullElse(types, Set.of()),
                Objects.requireNonNullElse(languages, Set.of()),
                weeklyCapacity,
                new OpeningHours(week, knownZone, Objects.requireNonNullElse(closed, Set.of())),
                contact == null
                        ? new CenterContact(null, null, null)
                        : new CenterContact(contact.phone(), contact.email(), contact.website()),
                accepting == null || accepting);
    }

    private EnumMap<DayOfWeek, Hours> week(List<Violation> broken) {
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var place = 0; place < hours.size(); place++) {
            var day = hours.get(place);
            try {
                if (week.put(day.day(), new Hours(day.opens(), day.closes())) != null) {
                    broken.add(new Violation("/hours/" + place + "/day", "stands twice"));
                }
            } catch (IllegalArgumentException e) {
                broken.add(new Violation("/hours/" + place + "/closes", "must be at least an hour after it opens"));
            }
        }
        return week;
    }

    private @Nullable ZoneId zone(List<Violation> broken) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            broken.add(new Violation("/zone", "must be a time zone, such as America/New_York"));
            return null;
        }
    }
}
