package org.parley.session.ui;

import java.util.List;
import java.util.UUID;
import org.parley.starter.codes.CodeList;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.security.web.csrf.CsrfToken;

/** Who logs, by the opaque id, and where they serve. The script asks for it: no phone keeps it with the page. */
record LoggedIn(UUID officer, List<Command> commands, Xsrf xsrf) {

    private static final CodeList COMMANDS = CodeList.of("commands");

    record Command(String code, String name) {}

    /** What a request that changes something has to bring. */
    record Xsrf(String header, String parameter, String token) {}

    LoggedIn {
        commands = List.copyOf(commands);
    }

    static LoggedIn of(Caller caller, CsrfToken token) {
        return new LoggedIn(
                officer(caller),
                caller.scope("command").stream()
                        .filter(COMMANDS::contains)
                        .sorted()
                        .map(LoggedIn::command)
                        .toList(),
                new Xsrf(token.getHeaderName(), token.getParameterName(), token.getToken()));
    }

    /** Never the name of the log-in in its place. */
    static UUID officer(Caller caller) {
        return caller.uuid("officer")
                .orElseThrow(() -> ProblemException.forbidden("Your sign-in does not say which officer you are."));
    }

    private static Command command(String code) {
        return new Command(code, COMMANDS.find(code).map(row -> row.get("name")).orElse(code));
    }
}
