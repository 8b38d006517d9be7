package org.parley.session.http;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.session.Author;
import org.parley.session.MicroInterventionManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/micro-interventions/{id}")
@PreAuthorize("hasAnyRole('officer', 'coordinator')")
class MicroInterventionController {

    private final MicroInterventionManagement microInterventions;

    MicroInterventionController(MicroInterventionManagement microInterventions) {
        this.microInterventions = microInterventions;
    }

    @PutMapping
    ResponseEntity<MicroInterventionView> log(
            @PathVariable UUID id, @Valid @RequestBody MicroInterventionRequest request, Caller caller) {
        return Answers.to(
                microInterventions.log(id, request.toReport(), new Author(caller)), MicroInterventionView::from);
    }

    @GetMapping
    ResponseEntity<MicroInterventionView> read(@PathVariable UUID id, Caller caller) {
        return microInterventions
                .find(id, new Author(caller))
                .map(held -> Answers.found(held, MicroInterventionView::from))
                .orElseThrow(ProblemException::notFound);
    }

    /** The whole of it as it should have been logged: what is left out is none, not as it was. */
    @PostMapping("/amend")
    ResponseEntity<MicroInterventionView> amend(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MicroInterventionRequest request,
            Caller caller) {
        var expected = Answers.required(ifMatch);
        return Answers.to(
                microInterventions.amend(id, request.toReport(), new Author(caller), expected),
                MicroInterventionView::from);
    }

    @PostMapping("/void")
    ResponseEntity<MicroInterventionView> voidIt(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody VoidRequest request,
            Caller caller) {
        var expected = Answers.expected(ifMatch);
        return Answers.to(
                microInterventions.voidIt(id, request.reason(), new Author(caller), expected),
                MicroInterventionView::from);
    }

    @GetMapping("/history")
    MicroInterventionHistory history(@PathVariable UUID id, Caller caller) {
        return microInterventions
                .find(id, new Author(caller))
                .map(held -> MicroInterventionHistory.of(held.state()))
                .orElseThrow(ProblemException::notFound);
    }
}
