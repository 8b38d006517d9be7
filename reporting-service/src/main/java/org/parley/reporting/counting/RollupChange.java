package org.parley.reporting.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.reporting.Cell;
import org.parley.reporting.Figure;
import org.parley.reporting.NewYork;

/**
 * What one poll adds to one rollup. A rollup that the poll touches gets the new fence even if all adds up to nothing:
 * else a replay that finds half of the facts written would count the other half.
 */
final class RollupChange {

    private final RollupId id;
    private final @Nullable Fence known;
    private final Fence fence;
    private final Map<String, Long> cells = new HashMap<>();
    private final Map<String, Long> months = new HashMap<>();
    private final Map<String, Long> figures = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private Instant asOf = Instant.EPOCH;
    private boolean news;

    /** @param last offset of the poll's last record of this partition */
    RollupChange(RollupId id, @Nullable Fence known, String topicId, long last) {
        if (known != null && !known.topicId().equals(topicId)) {
            throw new UnknownTopic("Rollup " + id.text(), known.topicId(), topicId);
        }
        this.id = id;
        this.known = known;
        this.fence = (known == null ? Fence.before(topicId) : known).upTo(last);
    }

    /** The rollups an effect has a part in: of each of its cells the month's and the one over all time. */
    static Set<RollupId> touchedBy(Effect effect) {
        var touched = new HashSet<RollupId>();
        effect.change().cells().keySet().forEach(cell -> {
            var group = cell.metric().group();
            touched.add(RollupId.month(group, effect.source().partition(), cell.day()));
            touched.add(RollupId.all(group, effect.source().partition()));
        });
        return touched;
    }

    /** Skips records one by one: the borders between polls lie elsewhere in a replay. */
    void add(Effect effect) {
        if (known != null && known.covers(effect.offset())) {
            return;
        }
        news = true;
        if (asOf.isBefore(effect.appended())) {
            asOf = effect.appended();
        }
        var recorded = NewYork.day(effect.appended());
        effect.change().cells().forEach((cell, value) -> {
            var group = cell.metric().group();
            if (group == id.group()) {
                add(cell, RollupId.month(group, id.partition(), cell.day()), recorded, value, effect.offset());
            }
        });
    }

    private void add(Cell cell, RollupId month, LocalDate recorded, long value, long offset) {
        if (id.span().equals(RollupId.ALL)) {
            months.put("months." + month.span(), 1L);
        } else if (id.equals(month)) {
            cells.merge("cells." + StoredCell.name(cell, recorded) + "." + StoredCell.field(cell), value, Long::sum);
        }
        Figure.published(cell).stream()
                .map(FigurePlace::of)
                .filter(place -> place.span().equals(id.span()))
                .map(FigurePlace::path)
                .forEach(path -> {
                    figures.merge(path, value, Long::sum);
                    revisions.merge(FigurePlace.REVISIONS + "." + path, offset + 1, Math::max);
                });
    }

    RollupId id() {
        return id;
    }

    @Nullable
    Fence known() {
        return known;
    }

    Fence fence() {
        return fence;
    }

    /** False when a replay brings nothing that is not in it. */
    boolean isNews() {
        return news;
    }

    /** By the path of the field. */
    Map<String, Long> increments() {
        var increments = new HashMap<>(months);
        increments.putAll(cells);
        increments.putAll(figures);
        increments.values().removeIf(value -> value == 0);
        return increments;
    }

    /**
     * By the path of the field: one more than the offset of the last event that touches the part, even if all adds up to
     * nothing. So it depends on the log alone, and not on where a poll ended or whether it is counted anew.
     */
    Map<String, Long> revisions() {
        return Collections.unmodifiableMap(revisions);
    }

    /** When the newest record that it adds was appended. */
    Instant asOf() {
        return asOf;
    }
}
