package org.parley.enrollment.evaluations;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.Breach;
import org.parley.enrollment.CurriculumPart;

/**
 * One evaluation of a training: for whom links were drawn, and what was answered. It is known who has had a link drawn, not
 * which; and what was answered by which link, not whose.
 *
 * @param lastDay the training's; figures count on it
 * @param parts of the curriculum that were taught, in its order: no other is asked about
 * @param closesOn the day from which on nothing is taken any more, if nobody closes it before
 * @param generation of its links; those of an older one are no good any more
 * @param drawn officers a link was drawn for, in the order of their ids
 * @param responses in the order of their ids, which says nothing
 */
public record Evaluation(
        UUID training,
        String cohort,
        LocalDate lastDay,
        List<CurriculumPart> parts,
        EvaluationKind kind,
        LocalDate closesOn,
        @Nullable LocalDate closedOn,
        int generation,
        List<UUID> drawn,
        List<Response> responses) {

    public Evaluation {
        // one that was stored before they were kept asks about all
        parts = parts == null
                ? List.of(CurriculumPart.values())
                : parts.stream().sorted().toList();
        drawn = List.copyOf(new TreeSet<>(drawn));
        responses =
                responses.stream().sorted(Comparator.comparing(Response::id)).toList();
    }

    static Evaluation begun(Attended training, EvaluationKind kind, LocalDate closesOn) {
        return new Evaluation(
                training.id(),
                training.cohort(),
                training.lastDay(),
                training.parts(),
                kind,
                closesOn,
                null,
                1,
                List.of(),
                List.of());
    }

    /** One per training and kind. */
    static UUID id(UUID training, EvaluationKind kind) {
        return UuidCreator.getNameBasedSha1(training, "evaluation/" + kind);
    }

    UUID id() {
        return id(training, kind);
    }

    public boolean isClosed() {
        return closedOn != null;
    }

    public int invited() {
        return drawn.size();
    }

    public Tally tally() {
        return Tally.of(kind, responses);
    }

    /** Another one as soon as anybody draws a link: of which ones there are, no more than that is known. */
    public String linksVersion() {
        return generation + "." + invited();
    }

    boolean hasDrawn(UUID officer) {
        return drawn.contains(officer);
    }

    /** Those of the officers that no link was drawn for yet. */
    List<UUID> missing(Collection<UUID> officers) {
        var missing = new TreeSet<>(officers);
        drawn.forEach(missing::remove);
        return List.copyOf(missing);
    }

    Evaluation draw(Collection<UUID> officers) {
        return with(
                closedOn,
                generation,
                Stream.concat(drawn.stream(), officers.stream()).toList(),
                responses);
    }

    /** As if no link had been drawn: those that were are no good any more. */
    Evaluation startAgain() {
        return with(closedOn, generation + 1, List.of(), responses);
    }

    /** @param link hash of one of this evaluation and its present generation */
    Asking ask(String link) {
        if (isUsed(link)) {
            return new Asking.Used();
        }
        return isClosed() ? new Asking.Over() : new Asking.Open(cohort, kind, parts, closesOn);
    }

    /** @param link as above */
    Answering answer(String link, GivenAnswers answers) {
        if (isUsed(link)) {
            return new Answering.Used();
        }
        if (isClosed()) {
            return new Answering.Over();
        }
        List<Breach> breaches = answers.breaches(kind, parts);
        if (!breaches.isEmpty()) {
            return new Answering.Invalid(breaches);
        }
        var all = new ArrayList<>(responses);
        all.add(answers.response(link));
        return new Answering.Taken(with(closedOn, generation, drawn, all));
    }

    Evaluation close(LocalDate today) {
        return isClosed() ? this : with(today, generation, drawn, responses);
    }

    private boolean isUsed(String link) {
        return responses.stream().anyMatch(response -> response.id().equals(link));
    }

    private Evaluation with(
            @Nullable LocalDate nextClosedOn, int nextGeneration, List<UUID> nextDrawn, List<Response> nextResponses) {
        return new Evaluation(
                training,
                cohort,
                lastDay,
                parts,
                kind,
                closesOn,
                nextClosedOn,
                nextGeneration,
                nextDrawn,
                nextResponses);
    }
}
