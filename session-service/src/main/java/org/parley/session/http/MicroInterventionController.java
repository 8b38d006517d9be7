package org.parley.session.http;

import jakarta.validation.Valid;
import java.util.UUID;
import org.parley.session.Author;
import org.parley.session.MicroInterventionManagement;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
}
