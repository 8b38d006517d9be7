package org.parley.bench.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class PendingTest {

    @Test
    void aCopyHasItsOwnIdEverywhere() {
        var copy = new Pending(pattern("00000000-0000-4000-8000-000000000001"))
                .copy("00000000-0000-4000-8000-000000000002");

        assertThat(copy.getString("_id")).isEqualTo("00000000-0000-4000-8000-000000000002");
        assertThat(copy.get("sequences", Document.class)).containsOnlyKeys("00000000-0000-4000-8000-000000000002");
        var entry = copy.getList("outbox", Document.class).getFirst();
        assertThat(entry.getString("subject")).isEqualTo("00000000-0000-4000-8000-000000000002");
        assertThat(new String(entry.get("data", Binary.class).getData(), UTF_8))
                .isEqualTo("{\"id\":\"00000000-0000-4000-8000-000000000002\"}");
        assertThat(entry.getLong("sequence")).isEqualTo(1);
        assertThat(copy.toJson()).doesNotContain("00000000-0000-4000-8000-000000000001");
    }

    private static Document pattern(String id) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("lastEntry", 1L)
                .append("sequences", new Document(id, 1L))
                .append("commands", List.of("one"))
                .append(
                        "outbox",
                        List.of(new Document("entry", 1L)
                                .append("type", "org.parley.referral.submitted.v1")
                                .append("subject", id)
                                .append("sequence", 1L)
                                .append("time", new Date(0))
                                .append("data", new Binary(("{\"id\":\"" + id + "\"}").getBytes(UTF_8)))));
    }
}
