package org.parley.bench.peers.modulith;

import java.net.URI;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IntakeController {

    private final Intake intake;

    IntakeController(Intake intake) {
        this.intake = intake;
    }

    record View(String id, String reference, String state, Instant submittedAt) {

        static View of(Referral referral) {
            return new View(referral.id(), referral.submission().reference(), referral.state(), referral.submittedAt());
        }
    }

    @PostMapping("/v1/referrals")
    ResponseEntity<View> submit(@RequestBody Submission submission) {
        var saved = intake.submit(submission);
        return ResponseEntity.created(URI.create("/v1/referrals/" + saved.id())).body(View.of(saved));
    }
}
