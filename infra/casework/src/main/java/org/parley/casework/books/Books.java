package org.parley.casework.books;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** All books of a run. */
public final class Books {

    private final Map<UUID, Account> accounts = new ConcurrentHashMap<>();
    private final Map<UUID, List<Consumer<Account>>> early = new ConcurrentHashMap<>();
    private final Map<UUID, Repeat> repeats = new ConcurrentHashMap<>();
    private final AtomicLong screenedOut = new AtomicLong();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private final Map<String, Mail> mail = new TreeMap<>();

    public Books(Collection<String> centers) {
        centers.forEach(center -> mail.put(center, new Mail(center)));
    }

    public Mail mailOf(String center) {
        var found = mail.get(center);
        if (found == null) {
            throw new IllegalArgumentException(center);
        }
        return found;
    }

    public Collection<Mail> mail() {
        return mail.values();
    }

    /** Opens an account; what centers had heard of it before is done now. */
    public void open(Account account) {
        accounts.put(account.id(), account);
        var waiting = early.remove(account.id());
        if (waiting != null) {
            waiting.forEach(one -> one.accept(account));
        }
    }

    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** A center may hear of a referral before the precinct has the answer to its post. Others' referrals never come. */
    public void whenOpen(UUID id, Consumer<Account> then) {
        var open = new ArrayList<Account>();
        early.compute(id, (_, waiting) -> {
            var account = accounts.get(id);
            if (account != null) {
                open.add(account);
                return waiting;
            }
            var more = waiting == null ? new ArrayList<Consumer<Account>>() : new ArrayList<>(waiting);
            more.add(then);
            return more;
        });
        open.forEach(then);
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public void repeated(Repeat repeat) {
        if (!accounts.containsKey(repeat.id())) {
            repeats.putIfAbsent(repeat.id(), repeat);
        }
    }

    public Collection<Repeat> repeats() {
        return repeats.values();
    }

    public void screenedOut() {
        screenedOut.incrementAndGet();
    }

    public long screenedOuts() {
        return screenedOut.get();
    }

    public void refused(String reference, String why) {
        refused.add(reference + ": " + why);
    }

    public List<String> refused() {
        return refused.stream().sorted().toList();
    }

    /** Every offer of this run. */
    public List<Account.Decided> decisions() {
        return accounts().stream()
                .flatMap(account -> account.decisions().stream())
                .toList();
    }
}
