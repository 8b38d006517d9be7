package org.parley.enrollment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Officers who have completed a training. */
final class Certified {

    private Certified() {}

    /** The training; the certificate is there when this returns. */
    static UUID since(int port, int daysAgo, UUID officer) {
        var training = completed(port, datesSince(daysAgo), officer);
        await().atMost(30, SECONDS)
                .until(() -> Client.coordinator(port)
                        .get("/v1/officers/" + officer + "/certificates")
                        .body()
                        .toString()
                        .contains(of(training, officer).toString()));
        return training;
    }

    static UUID of(UUID training, UUID officer) {
        return Ids.certificate(Ids.enrollment(training, officer));
    }

    /** Four days, one after the other. */
    static List<LocalDate> datesSince(int daysAgo) {
        return IntStream.range(0, 4).mapToObj(day -> Ahead.in(day - daysAgo)).toList();
    }

    private static UUID completed(int port, List<LocalDate> dates, UUID officer) {
        var coordinator = Person.coordinator(port);
        var training = Ahead.opened(
                coordinator,
                Cohorts.plan("held", 5, dates.stream().map(Cohorts::nineToFive).toList()));
        coordinator.enrolls(training, officer);
        dates.forEach(date -> coordinator.records(training, date, officer));
        coordinator.completes(training);
        return training;
    }
}
