package org.parley.casework.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.casework.books.Entry;
import org.parley.casework.books.Mail;

/** What a center has received, whichever way, against its inbox: nothing lost, and nothing that isn't there. */
final class InboxAudit {

    private InboxAudit() {}

    /** @param ours referrals of this run; what else is in the inbox is not compared */
    static List<Difference> differences(Mail mail, Collection<Entry> inbox, Predicate<UUID> ours) {
        var books = words(mail.entries().values(), ours);
        var platform = words(inbox, ours);
        var numbers = new TreeSet<>(books.keySet());
        numbers.addAll(platform.keySet());
        var found = new ArrayList<Difference>();
        for (var n : numbers) {
            var own = books.getOrDefault(n, "");
            var other = platform.getOrDefault(n, "");
            if (!own.equals(other)) {
                found.add(new Difference(mail.center() + "/" + n, mail.center() + "'s inbox", "entry", own, other));
            }
        }
        return found;
    }

    private static Map<Long, String> words(Collection<Entry> entries, Predicate<UUID> ours) {
        var words = new TreeMap<Long, String>();
        entries.stream()
                .filter(entry -> ours.test(entry.referral()))
                .forEach(entry -> words.put(entry.n(), entry.inWords()));
        return words;
    }
}
