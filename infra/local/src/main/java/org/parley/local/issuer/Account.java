package org.parley.local.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.local.CodeLists;
import org.parley.local.Officers;

/** Who may ask for a token: a test client or a test user; the password is the id. */
record Account(String id, String role, Map<String, Object> claims) {

    private static final Map<String, Object> ALL_COMMANDS = Map.of("command", List.of("*"));

    Account {
        claims = Map.copyOf(claims);
    }

    /** Those who log in on a page. */
    static List<Account> users() {
        var users = Stream.of("analyst", "coordinator", "administrator")
                .map(role -> new Account(role, role, ALL_COMMANDS))
                .collect(Collectors.toCollection(ArrayList::new));
        codes("centers").map(Account::staff).forEach(users::add);
        users.add(new Account("commander-075", "commander", Map.of("command", List.of("PCT-075"))));
        users.add(new Account(
                "officer-demo", "officer", Map.of("officer", Officers.DEMO.toString(), "command", List.of("PCT-075"))));
        users.add(new Account("trainer-demo", "trainer", Map.of("trainer", Officers.TRAINER_DEMO.toString())));
        return users;
    }

    /** Those who get a token for themselves, by client id. */
    static Map<String, Account> clients() {
        var clients = new ArrayList<>(users());
        clients.add(new Account("connector", "precinct-system", ALL_COMMANDS));
        clients.add(new Account("centers", "center-system", Map.of("center", List.of("*"))));
        codes("centers").map(Account::center).forEach(clients::add);
        // of the center that infra/demo --referrals enters beside those of the directory
        clients.add(center("demo"));
        codes("commands").map(Account::precinct).forEach(clients::add);
        return clients.stream().collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
    }

    private static Account staff(String center) {
        return new Account("staff-" + center, "center-staff", Map.of("center", center));
    }

    private static Account center(String center) {
        return new Account("center-" + center, "center-system", Map.of("center", center));
    }

    /** {@code PCT-075} asks as {@code precinct-075}, {@code PSA-2} as {@code psa-2}. */
    private static Account precinct(String command) {
        var id = command.toLowerCase(Locale.ROOT).replace("pct-", "precinct-");
        return new Account(id, "precinct-system", Map.of("command", List.of(command)));
    }

    private static Stream<String> codes(String list) {
        return CodeLists.rows(list).stream().map(List::getFirst);
    }
}
