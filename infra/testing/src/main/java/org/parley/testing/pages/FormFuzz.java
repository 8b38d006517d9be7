package org.parley.testing.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Forms as they stand on pages, sent again and again with what nobody would enter.
 *
 * @param times that each form is sent
 * @param near what is almost right somewhere
 * @param strangers names of fields that no form has
 */
public record FormFuzz(int times, List<String> near, List<String> strangers) {

    private static final Pattern FORM =
            Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");

    /** The fields of each form of these pages, by where it is sent. */
    public static SortedMap<String, SortedSet<String>> forms(Iterable<String> pages) {
        var forms = new TreeMap<String, SortedSet<String>>();
        for (var page : pages) {
            var form = FORM.matcher(page);
            while (form.find()) {
                var fields = forms.computeIfAbsent(form.group(1), _ -> new TreeSet<>());
                var field = FIELD.matcher(form.group());
                while (field.find()) {
                    fields.add(field.group(1));
                }
                fields.remove("_csrf");
            }
        }
        forms.remove("/logout");
        return forms;
    }

    /** What the service failed at, in words. */
    public List<String> failures(Visitor visitor, Map<String, ? extends SortedSet<String>> forms) {
        var failed = new ArrayList<String>();
        forms.forEach((action, fields) -> {
            for (var entered : entries(List.copyOf(fields))) {
                var status = visitor.sends(action, entered).getResponse().getStatus();
                if (status >= 500) {
                    failed.add(action + " answers " + status + " to " + entered);
                }
            }
        });
        return failed;
    }

    private List<Map<String, Object>> entries(List<String> fields) {
        var entries = new ArrayList<Map<String, Object>>();
        JqwikSession.run(() -> values().list()
                .ofSize(fields.size() + 1)
                .sampleStream()
                .limit(times)
                .forEach(values -> entries.add(entry(fields, values))));
        return entries;
    }

    /** Some fields are left out, and a stranger is there now and then. */
    private Map<String, Object> entry(List<String> fields, List<Object> values) {
        var entered = new HashMap<String, Object>();
        for (var place = 0; place < fields.size(); place++) {
            if ((values.get(place).hashCode() & 7) != 0) {
                entered.put(fields.get(place), values.get(place));
            }
        }
        var last = values.getLast();
        if ((last.hashCode() & 3) == 0) {
            entered.put(strangers.get(Math.floorMod(last.hashCode(), strangers.size())), last);
        }
        return entered;
    }

    private Arbitrary<Object> values() {
        var texts = Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text);
        var single = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(near).map(text -> (Object) text)),
                Tuple.of(2, texts),
                Tuple.of(1, Arbitraries.longs().map(number -> (Object) number.toString())),
                Tuple.of(1, Arbitraries.just("x".repeat(20_000)).map(text -> (Object) text)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, single), Tuple.of(1, single.list().ofMaxSize(4).map(many -> (Object) many)));
    }
}
