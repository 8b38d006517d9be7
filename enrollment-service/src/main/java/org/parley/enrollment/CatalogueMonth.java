package org.parley.enrollment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The trainings that begin, or once were to begin, in one month: the document of the month's name, so that a catalogue
 * is read without a search.
 */
record CatalogueMonth(List<UUID> trainings) {

    CatalogueMonth {
        trainings = List.copyOf(trainings);
    }

    CatalogueMonth with(UUID training) {
        return trainings.contains(training)
                ? this
                : new CatalogueMonth(
                        Stream.concat(trainings.stream(), Stream.of(training)).toList());
    }
}
