package org.parley.referral.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.referral.Deadlines;
import org.parley.referral.Urgency;
import org.parley.referral.codes.Listed;
import org.parley.referral.routing.Candidate;
import org.parley.referral.routing.Matter;
import org.parley.referral.routing.Router;
import org.parley.starter.codes.CodeList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a referral would go, and why; nothing is stored. */
@RestController
@PreAuthorize("hasAnyRole('coordinator', 'administrator', 'precinct-system')")
class RoutingController {

    private final CodeList commands = CodeList.of("commands");
    private final Router router;
    private final Deadlines deadlines;
    private final Clock clock;

    RoutingController(Router router, Deadlines deadlines, Clock clock) {
        this.router = router;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * @param language {@code en} unless given
     * @param asked centers that were asked before
     */
    record Question(
            @NotNull @Listed("commands") String command,
            @NotNull @Listed("dispute-types") String type,
            @Nullable @Listed("languages") String language,
            @Nullable Urgency urgency,
            @Nullable @Size(max = 50) Set<@NotNull String> asked) {}

    /**
     * @param center the one that would be asked; null when a coordinator would have to find one
     * @param deadline until when it would have to answer
     */
    record Explanation(
            String borough,
            @Nullable String center,
            @Nullable Instant deadline,
            List<Ranked> ranking) {}

    /** @param reasons each rule and what it said, in the order in which the rules decide */
    record Ranked(String center, String name, boolean eligible, List<String> reasons) {

        static Ranked from(Candidate candidate) {
            return new Ranked(
                    candidate.center().id(), candidate.center().name(), candidate.eligible(), candidate.reasons());
        }
    }

    @PostMapping("/v1/routing:explain")
    Explanation explain(@Valid @RequestBody Question question) {
        var borough = Objects.requireNonNull(
                commands.find(question.command()).orElseThrow().get("borough"));
        var language = Objects.requireNonNullElse(question.language(), "en");
        var ranking = router.rank(
                new Matter(borough, question.command(), question.type(), language),
                Objects.requireNonNullElse(question.asked(), Set.of()));
        var best = ranking.stream().filter(Candidate::eligible).findFirst().map(Candidate::center);
        var urgency = Objects.requireNonNullElse(question.urgency(), Urgency.ROUTINE);
        return new Explanation(
                borough,
                best.map(center -> center.id()).orElse(null),
                best.map(center -> deadlines.answer(center, urgency, clock.instant()))
                        .orElse(null),
                ranking.stream().map(Ranked::from).toList());
    }
}
