package org.parley.session.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.session.Expected;
import org.parley.session.Technique;

/** What stands in a form: as a log fills it, or as it was sent. */
record Entered(Map<String, List<String>> fields) {

    static final Entered NOTHING = new Entered(Map.of());

    Optional<String> text(String field) {
        return all(field).stream().findFirst().flatMap(MediationForm::given);
    }

    public String value(String field) {
        return text(field).orElse("");
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    <E extends Enum<E>> Optional<E> one(String field, E[] values) {
        return text(field).flatMap(code -> MediationForm.code(values, code));
    }

    /** Empty for what is neither yes nor no. */
    Optional<Boolean> yes(String field) {
        return text(field).filter(Set.of("true", "false")::contains).map(Boolean::valueOf);
    }

    /** Whatever is no technique was not on the page. */
    List<Technique> techniques() {
        return Arrays.stream(Technique.values())
                .filter(technique -> has("techniques", technique.name()))
                .toList();
    }

    /** The version that the form's reader saw; nobody decides on what they haven't seen, so without one it is none. */
    Expected seen() {
        var seen = value("version");
        return version -> seen.equals(Long.toString(version));
    }

    static List<String> codes(List<Technique> techniques) {
        return techniques.stream().map(Enum::name).toList();
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
