package org.parley.starter.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.testing.ParleyTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ParleyTest
class ForeignStatesTest {

    record Colour(String name) {}

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String id = UUID.randomUUID().toString();
    private ForeignStates<Colour> colours;

    @BeforeEach
    void open(@Autowired MongoTemplate mongo) {
        colours = new ForeignStatesFactory(mongo, meters).of("colours", Colour.class);
    }

    @Test
    void keepsTheNewestWhateverTheOrder() {
        colours.apply(List.of(newer(2, "blue")));
        colours.apply(List.of(newer(1, "red"), newer(2, "blue")));
        colours.apply(List.of(newer(4, "green"), newer(3, "grey")));

        assertThat(colours.find(id)).contains(new Colour("green"));
        assertThat(meters.counter("parley.events.duplicates", "collection", "colours")
                        .count())
                .isEqualTo(2);
        assertThat(meters.counter("parley.events.gaps", "collection", "colours").count())
                .isEqualTo(1);
    }

    @Test
    void endsTheSameWhenTwoCopiesApplyTheSameEventsInDisorder() throws Exception {
        var news = new ArrayList<>(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> newer(i, "colour " + i))
                .toList());
        Callable<Object> copy = () -> {
            var mine = new ArrayList<>(news);
            Collections.shuffle(mine, new Random(7));
            for (var i = 0; i < mine.size(); i += 10) {
                colours.apply(mine.subList(i, i + 10));
            }
            return null;
        };
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : copies.invokeAll(List.of(copy, copy, copy))) {
                done.get();
            }
        }

        assertThat(colours.find(id)).contains(new Colour("colour 200"));
    }

    private Newer<Colour> newer(long sequence, String name) {
        return new Newer<>(id, sequence, new Colour(name));
    }
}
