package org.parley.referral.ui;

import org.parley.referral.delivery.Feed;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a page hears of what is new since it was made. To be asked for before what the page shows is read. */
@Component
class Live {

    private final Feed feed;

    Live(Feed feed) {
        this.feed = feed;
    }

    String center(String center) {
        return since("/center/stream", center).toUriString();
    }

    String command(String command) {
        return since("/precinct/stream", Feed.ofCommand(command))
                .queryParam("command", command)
                .toUriString();
    }

    String coordination() {
        return since("/coordination/stream", Feed.COORDINATION).toUriString();
    }

    private UriComponentsBuilder since(String path, String subscriber) {
        return UriComponentsBuilder.fromPath(path).queryParam("after", feed.end(subscriber));
    }
}
