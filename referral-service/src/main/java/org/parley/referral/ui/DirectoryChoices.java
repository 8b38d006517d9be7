package org.parley.referral.ui;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.referral.routing.Center;
import org.parley.referral.ui.Words.Named;
import org.parley.starter.codes.CodeList;
import org.springframework.stereotype.Component;

/** What can be chosen for a center, and how it is said. */
@Component
class DirectoryChoices {

    private static final Map<String, String> LISTS =
            Map.of("boroughs", "boroughs", "commands", "commands", "types", "dispute-types", "languages", "languages");

    private static final CodeList COMMANDS = CodeList.of("commands");

    private final Words words;

    DirectoryChoices(Words words) {
        this.words = words;
    }

    public List<Named> boroughs() {
        return words.all("boroughs");
    }

    public String boroughsOf(Center center) {
        return center.boroughs().stream()
                .map(borough -> words.name("boroughs", borough))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** By number, as precincts are spoken of. */
    public List<Named> commandsOf(String borough) {
        return words.all("commands").stream()
                .filter(one ->
                        borough.equals(COMMANDS.find(one.code()).orElseThrow().get("borough")))
                .sorted(Comparator.comparing(Named::code))
                .toList();
    }

    public List<Named> types() {
        return words.all("dispute-types");
    }

    public List<Named> languages() {
        return words.all("languages");
    }

    public List<Named> days() {
        return List.of(DayOfWeek.values()).stream()
                .map(day -> new Named(day.name(), words.plain(day.name())))
                .toList();
    }

    /** What stands in a field, with names instead of codes. */
    String said(String field, DirectoryForm form) {
        if (field.equals("accepting")) {
            return form.has(field, "true") ? "takes new referrals" : "takes none";
        }
        var list = LISTS.get(field);
        var said = form.all(field).stream()
                .map(text -> list == null ? text : words.name(list, text))
                .sorted()
                .collect(Collectors.joining(", "));
        return said.isBlank() ? "nothing" : said;
    }
}
