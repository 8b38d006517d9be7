package org.parley.enrollment.ui;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody wanted to do on a page and couldn't: the page says why and keeps what they entered.
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

    /** Nothing was wanted yet but to look further. */
    static Attempt looking(String action, Entered entered) {
        return new Attempt(action, entered, Map.of(), null);
    }

    static Attempt wrong(String action, Entered entered, Map<String, String> mistakes) {
        return new Attempt(action, entered, mistakes, null);
    }

    static Attempt refused(String action, Entered entered, String why) {
        return new Attempt(action, entered, Map.of(), why);
    }

    public boolean isOf(String name) {
        return name.equals(action);
    }

    /** What is wrong with a field of an action's form; null where nothing is. */
    public @Nullable String wrong(String name, String field) {
        return isOf(name) ? mistakes.get(field) : null;
    }

    public boolean chose(String name, String field, String value) {
        return isOf(name) && entered.has(field, value);
    }

    public String text(String name, String field, String otherwise) {
        return isOf(name) ? entered.text(field).orElse("") : otherwise;
    }

    /**
     * The version that an action's form is for. Shown again for a mistake, it is still for what its reader saw: what has
     * changed meanwhile they have not seen, and must not write over.
     */
    public String seen(String name, Object now) {
        return isOf(name) && refused == null ? entered.text("version").orElse("") : now.toString();
    }

    HttpStatus status() {
        if (refused != null) {
            return HttpStatus.CONFLICT;
        }
        return mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
