package org.parley.referral.delivery;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.referral.routing.Directory;
import org.parley.starter.codes.CodeList;
import org.springframework.stereotype.Component;

/**
 * Who may be told by an endpoint of their own: the centers of the directory, and all commands, the former ones too. A
 * subscriber goes by the name of its feed, which is the center's id or the command's {@link Feed#ofCommand}.
 */
@Component
class Subscribers {

    private final Directory directory;
    private final Set<String> commands =
            CodeList.of("commands").codes().stream().map(Feed::ofCommand).collect(Collectors.toUnmodifiableSet());

    Subscribers(Directory directory) {
        this.directory = directory;
    }

    Set<String> all() {
        var all = new HashSet<>(commands);
        all.addAll(directory.ids());
        return all;
    }
}
