package org.parley.enrollment.evaluations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.Enrollment;
import org.parley.enrollment.EnrollmentState;
import org.parley.enrollment.Training;
import org.parley.enrollment.TrainingDay;

/**
 * What has to be known of a training to evaluate it.
 *
 * @param parts that were taught
 * @param completed the officers who completed it, also those who made up a day after its end
 */
record Attended(UUID id, String cohort, LocalDate lastDay, List<CurriculumPart> parts, List<UUID> completed) {

    static Attended of(UUID id, Training training) {
        return new Attended(
                id,
                training.plan().cohort(),
                training.plan().days().stream()
                        .map(TrainingDay::date)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                training.plan().parts(),
                training.roster().stream()
                        .filter(enrollment -> enrollment.state() == EnrollmentState.COMPLETED)
                        .map(Enrollment::officer)
                        .toList());
    }
}
