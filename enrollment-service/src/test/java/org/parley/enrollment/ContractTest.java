package org.parley.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.enrollment.Cohorts.ASKED;
import static org.parley.enrollment.Cohorts.DATES;
import static org.parley.enrollment.Cohorts.ENDED;
import static org.parley.enrollment.Cohorts.NEXT;
import static org.parley.enrollment.Cohorts.NOBODY_ELSEWHERE;
import static org.parley.enrollment.Cohorts.TRAINING;
import static org.parley.enrollment.Cohorts.after;
import static org.parley.enrollment.Cohorts.attended;
import static org.parley.enrollment.Cohorts.draftOf;
import static org.parley.enrollment.Cohorts.open;
import static org.parley.enrollment.Cohorts.planFor;
import static org.parley.enrollment.EnrollmentState.COMPLETED;
import static org.parley.enrollment.EnrollmentState.ENROLLED;
import static org.parley.enrollment.EnrollmentState.INCOMPLETE;
import static org.parley.enrollment.EnrollmentState.WAITLISTED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.starter.codes.CodeList;
import org.parley.starter.outbox.Fact;
import org.parley.starter.outbox.OutboxEntry;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service tells is, to the letter, what the contracts show. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID OFFICER = UUID.fromString("5f0c3c52-7f3e-4b7a-9a39-0f6f1c1d7a11");
    private static final UUID ENROLLMENT = UUID.fromString("9c1b7d84-51f2-5c5e-b1a7-2f4f0f1e6a02");

    private static final TrainingPlan PLAN = Cohorts.withCaps(planFor(25), 5, null);

    private final TrainingFacts facts = new TrainingFacts(TRAINING, new Actor("coordinator", "coordinator"));

    @Test
    void tellsOfATrainingThatOpensAsInTheExample() {
        assertExample(facts.between(draftOf(PLAN), open(PLAN)).getFirst());
    }

    @Test
    void tellsOfATrainingThatEndsAsInTheExample() {
        var days = IntStream.concat(IntStream.generate(() -> 4).limit(22), IntStream.of(3, 1, 0))
                .toArray();
        var requests = IntStream.range(0, 28)
                .mapToObj(it -> Cohorts.request(it, "PCT-%03d".formatted(it), "BROOKLYN")
                        .waitlist())
                .toList();
        var running = attended(after(open(PLAN).enroll(requests, Set.of(), ASKED, NOBODY_ELSEWHERE)), days);
        var ended = after(running.complete(ENDED));
        assertExample(facts.between(running, ended).getFirst());
        var madeUp = new AttendedDay(4, DATES.get(3).plusDays(28), 8, NEXT);
        assertExample(facts.between(ended, after(ended.makeUp(Cohorts.enrollmentOf(22), madeUp)))
                .getFirst());
    }

    @Test
    void tellsOfATrainingThatMovesOrIsCancelledAsInTheExamples() {
        var annex = new TrainingDay(DATES.get(3).plusDays(1), LocalTime.of(9, 0), LocalTime.of(17, 0), "ANNEX");
        assertExample(facts.between(open(PLAN), after(open(PLAN).reschedule(4, annex)))
                .getFirst());
        assertExample(facts.between(open(PLAN), after(open(PLAN).cancel(CancelReason.TRAINER_UNAVAILABLE, NEXT)))
                .getFirst());
    }

    @Test
    void tellsOfAnEnrollmentAsInTheExamples() {
        assertExample(facts.between(with(officer(WAITLISTED)), with(officer(ENROLLED)))
                .getFirst());
        assertExample(
                facts.between(with(officer(ENROLLED)), with(officer(ENROLLED).moveTo(NEXT)))
                        .getFirst());
        assertExample(facts.between(with(officer(ENROLLED)), with(officer(COMPLETED, DATES.size())))
                .getFirst());
        var madeUp = officer(INCOMPLETE, 2).attended(new AttendedDay(4, LocalDate.parse("2026-08-12"), 8, NEXT));
        assertExample(facts.between(with(officer(ENROLLED)), with(madeUp)).getFirst());
    }

    @Test
    void tellsOfTheCertificateThatFollowsAsInTheExamples() {
        var completed = facts.between(with(officer(ENROLLED)), with(officer(COMPLETED, DATES.size())))
                .getFirst();
        var entry = new OutboxEntry(
                1, completed.type(), completed.subject(), 1, Instant.EPOCH, JSON.writeValueAsBytes(completed.data()));
        var certificate = CertificatesFollowTrainings.certificate(JSON, entry, 24);
        var id = UUID.fromString("d3a86f3b-2a2b-5a63-9f63-4b8b7c0a1e03");
        assertExample(CertificateFact.issued(id, certificate));
        assertExample(CertificateFact.renewalDue(id, certificate.renewalDue(LocalDate.parse("2028-04-16"))));
        assertExample(CertificateFact.revoked(
                id,
                certificate.revoke(LocalDate.parse("2027-03-01")),
                new Actor("coordinator", "coordinator"),
                "ISSUED_IN_ERROR"));
    }

    @Test
    void usesTheWordsOfTheContractsAndAllOfThem() {
        var words = JSON.readTree(contract("schemas/common")).at("/$defs");
        assertThat(names(TrainingState.values())).isEqualTo(texts(words.at("/training/properties/state/enum")));
        assertThat(names(EnrollmentState.values())).isEqualTo(texts(words.at("/enrollment/properties/state/enum")));
        assertThat(names(CurriculumPart.values())).isEqualTo(texts(words.at("/training/properties/parts/items/enum")));
    }

    @Test
    void knowsTheReasonsOfTheContracts() {
        assertThat(CodeList.of("training-cancel-reasons").codes())
                .containsExactlyInAnyOrderElementsOf(names(CancelReason.values()));
        assertThat(CodeList.of("enrollment-withdraw-reasons").codes())
                .containsExactlyInAnyOrderElementsOf(
                        with(names(WithdrawReason.values()), "TRAINING_CANCELLED", "TRANSFERRED", "SEAT_ELSEWHERE"));
        assertThat(CodeList.of("enrollment-decline-reasons").codes())
                .containsExactlyInAnyOrderElementsOf(with(names(DeclineReason.values()), "TRAINING_OVER"));
    }

    private static List<String> with(List<String> given, String... ours) {
        return Stream.concat(given.stream(), Stream.of(ours)).toList();
    }

    private static Enrollment officer(EnrollmentState state, int... days) {
        var attended = DATES.stream()
                .limit(days.length == 0 ? 0 : days[0])
                .map(date -> new AttendedDay(DATES.indexOf(date) + 1, date, 8, null))
                .toList();
        return new Enrollment(
                ENROLLMENT, OFFICER, "PCT-075", "BROOKLYN", true, state, ASKED, null, null, attended, null, List.of());
    }

    private static Training with(Enrollment enrollment) {
        return new Training(TrainingState.RUNNING, PLAN, PLAN, "", List.of(enrollment), null, null);
    }

    /** Numbers are compared by value: 8 and 8.0 hours are the same. */
    private static void assertExample(Fact fact) {
        try {
            JSONAssert.assertEquals(
                    contract("examples/" + fact.type()), JSON.writeValueAsString(fact.data()), JSONCompareMode.STRICT);
        } catch (org.json.JSONException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static List<String> texts(JsonNode words) {
        return words.valueStream().map(JsonNode::asString).toList();
    }

    private static String contract(String name) {
        try (var in = ContractTest.class.getResourceAsStream("/contracts/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
