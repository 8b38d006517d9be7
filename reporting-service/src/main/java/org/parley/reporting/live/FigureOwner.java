package org.parley.reporting.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.reporting.Figure;
import org.parley.reporting.counting.Partial;
import org.parley.reporting.counting.Rollups;
import org.springframework.stereotype.Component;

/**
 * Adds up the parts of the figures whose parts come to this copy, and publishes what changed. A figure it meets for the
 * first time it reads from the rollups, so it keeps no state of its own; what it read is at least as new as anything
 * published before, so no revision falls when a figure gets another owner. What an owner that was asleep publishes late
 * has a lower revision, and {@link MetricsFeed} puts the newer one last again.
 */
@Component
public class FigureOwner {

    private final Rollups rollups;
    private final MetricsTopic metrics;
    private final Map<Figure, OwnedFigure> owned = new HashMap<>();

    FigureOwner(Rollups rollups, MetricsTopic metrics) {
        this.rollups = rollups;
        this.metrics = metrics;
    }

    /** Returns when what changed is with the broker. One poll gives each figure one revision at most. */
    public synchronized void take(List<Partial> partials) {
        var touched = new LinkedHashMap<Figure, OwnedFigure>();
        var unknown = new ArrayList<Figure>();
        for (var partial : partials) {
            touched.computeIfAbsent(
                    partial.figure(),
                    figure -> owned.computeIfAbsent(figure, none -> {
                        unknown.add(figure);
                        return new OwnedFigure(figure);
                    }));
        }
        try {
            learn(unknown);
            partials.forEach(partial -> owned(partial).take(partial));
            publish(touched.values());
        } catch (RuntimeException e) {
            // What was not read or not sent is unknown again, so that the replay reads and sends it.
            touched.keySet().forEach(owned::remove);
            throw e;
        }
    }

    /** Another copy may have owned them meanwhile. */
    public synchronized void forget() {
        owned.clear();
    }

    private void learn(List<Figure> unknown) {
        if (!unknown.isEmpty()) {
            rollups.parts(unknown).forEach(part -> owned(part).take(part));
        }
    }

    private OwnedFigure owned(Partial partial) {
        return owned.computeIfAbsent(partial.figure(), OwnedFigure::new);
    }

    private void publish(Collection<OwnedFigure> touched) {
        var news = new LinkedHashMap<OwnedFigure, FigureEvent>();
        for (var figure : touched) {
            var event = figure.news();
            if (event != null) {
                news.put(figure, event);
            }
        }
        metrics.send(news.values());
        news.forEach((figure, event) -> figure.published(event.revision()));
    }
}
