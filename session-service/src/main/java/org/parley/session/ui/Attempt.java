package org.parley.session.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.session.Breach;
import org.springframework.http.HttpStatus;

/**
 * What somebody wanted to do on a log's page and couldn't. Where it is the form that is wrong, the page keeps what was entered;
 * where the log stands differently, it shows how it stands.
 *
 * @param action null where nothing was attempted
 * @param mistakes in words, by field
 * @param refused why it was not done; null where it is the form that is wrong
 */
record Attempt(
        @Nullable String action,
        Entered entered,
        Map<String, String> mistakes,
        @Nullable String refused) {

    static final Attempt NONE = new Attempt(null, Entered.NOTHING, Map.of(), null);

    Attempt {
        mistakes = Map.copyOf(mistakes);
    }

    static Attempt wrong(String action, Entered entered, Map<String, String> mistakes) {
        return new Attempt(action, entered, mistakes, null);
    }

    static Attempt refused(String why) {
        return new Attempt("refused", Entered.NOTHING, Map.of(), why);
    }

    public boolean isOf(String name) {
        return name.equals(action);
    }

    /** What stands in an action's form. */
    Entered in(String name, Entered otherwise) {
        return isOf(name) ? entered : otherwise;
    }

    /**
     * The version that an action's form is for. Shown again for a mistake, it is still for what its reader saw: what has
     * changed meanwhile they have not seen, and must not write over.
     */
    public String seen(String name, long now) {
        return isOf(name) ? entered.value("version") : Long.toString(now);
    }

    HttpStatus status() {
        return action == null
                ? HttpStatus.OK
                : refused == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }

    /** What the rules say, by field of the form; what is of none is said above it. */
    static Map<String, String> mistakes(List<Breach> breaches) {
        var wrong = new TreeMap<String, String>();
        for (var breach : breaches) {
            var field = switch (breach.field()) {
                case "/startedAt", "/occurredAt" -> "at";
                case "/endedAt" -> "minutes";
                case "/command", "/center", "/officers", "/officer", "/kind" -> "form";
                default -> breach.field().substring(1);
            };
            wrong.putIfAbsent(field, MediationForm.sentence(breach.rule()));
        }
        return wrong;
    }
}
