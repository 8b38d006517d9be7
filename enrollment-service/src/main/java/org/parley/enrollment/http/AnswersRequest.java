package org.parley.enrollment.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.CurriculumPart;
import org.parley.enrollment.evaluations.GivenAnswers;
import org.parley.enrollment.evaluations.Rating;
import org.parley.enrollment.evaluations.Theme;
import org.parley.enrollment.evaluations.Use;

/** Somebody's answers, with the link they were asked by: in the body, since addresses stand in logs. */
record AnswersRequest(
        @NotNull @Size(max = 200) String token,
        @Nullable Rating overall,
        @Nullable Parts parts,
        @Nullable @Size(max = 5) List<@NotNull Theme> themes,
        @Nullable Use used,
        @Nullable String comment) {

    record Parts(
            @JsonProperty("FULL_PROCESS") @Nullable Rating fullProcess,
            @JsonProperty("MICRO_INTERVENTIONS") @Nullable Rating microInterventions,
            @JsonProperty("MEDIATION_CENTERS") @Nullable Rating mediationCenters) {

        Map<CurriculumPart, Rating> toRatings() {
            var ratings = new EnumMap<CurriculumPart, Rating>(CurriculumPart.class);
            add(ratings, CurriculumPart.FULL_PROCESS, fullProcess);
            add(ratings, CurriculumPart.MICRO_INTERVENTIONS, microInterventions);
            add(ratings, CurriculumPart.MEDIATION_CENTERS, mediationCenters);
            return ratings;
        }

        private static void add(Map<CurriculumPart, Rating> ratings, CurriculumPart part, @Nullable Rating rating) {
            if (rating != null) {
                ratings.put(part, rating);
            }
        }
    }

    GivenAnswers toAnswers() {
        return new GivenAnswers(
                overall,
                parts == null ? Map.of() : parts.toRatings(),
                themes == null ? Set.of() : Set.copyOf(themes),
                used,
                comment);
    }

    /** Neither link nor comment. */
    @Override
    public String toString() {
        return "AnswersRequest";
    }
}
