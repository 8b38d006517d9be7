package org.parley.session.http;

import jakarta.validation.Valid;
import java.util.UUID;
import org.parley.session.Author;
import org.parley.session.SessionManagement;
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
@RequestMapping("/v1/sessions/{id}")
@PreAuthorize("hasAnyRole('officer', 'center-system', 'center-staff', 'coordinator')")
class SessionController {

    private final SessionManagement sessions;

    SessionController(SessionManagement sessions) {
        this.sessions = sessions;
    }

    @PutMapping
    ResponseEntity<SessionView> log(@PathVariable UUID id, @Valid @RequestBody SessionRequest request, Caller caller) {
        var author = new Author(caller);
        var report = request.toReport(author.center().orElse(null));
        return Answers.to(sessions.log(id, report, author), SessionView::from);
    }

    @GetMapping
    ResponseEntity<SessionView> read(@PathVariable UUID id, Caller caller) {
        return sessions.find(id, new Author(caller))
                .map(held -> Answers.found(held, SessionView::from))
                .orElseThrow(ProblemException::notFound);
    }
}
