package org.parley.referral.audience;

import org.parley.referral.delivery.Feed;
import org.parley.starter.codes.CodeList;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;

/** Whether a caller speaks for a command. Other commands are not there. */
public final class CommandScope {

    public static final String ROLES = "hasRole('precinct-system')";

    private static final CodeList COMMANDS = CodeList.of("commands");

    private CommandScope() {}

    /** The name of the command's feed, for those who speak for it. */
    public static String feed(Caller caller, String command) {
        if (!caller.covers("command", command) || !COMMANDS.contains(command)) {
            throw ProblemException.notFound();
        }
        return Feed.ofCommand(command);
    }
}
