package org.parley.referral.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.parley.testing.Topic;
import org.parley.testing.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service has told of its referrals. */
record Events(Topic topic) {

    record Event(String type, long sequence, JsonNode data) {

        String state() {
            return data.path("referral").path("state").asString();
        }
    }

    static Events on(Topics topics) {
        return new Events(topics.named("parley.referrals.v1"));
    }

    List<Event> about(UUID referral) {
        return topic.about(referral.toString()).stream()
                .map(one -> {
                    var headers = Topic.headers(one);
                    return new Event(
                            headers.getOrDefault("ce_type", ""),
                            Long.parseLong(headers.getOrDefault("ce_sequence", "0")),
                            JsonMapper.shared().readTree(new String(one.value(), StandardCharsets.UTF_8)));
                })
                .toList();
    }

    /** The short names of what happened to a referral, in order. */
    List<String> happenedTo(UUID referral) {
        return about(referral).stream()
                .map(event -> event.type().replace("org.parley.referral.", "").replace(".v1", ""))
                .toList();
    }
}
