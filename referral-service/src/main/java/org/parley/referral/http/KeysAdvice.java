package org.parley.referral.http;

import java.util.List;
import org.parley.referral.keys.KeysAway;
import org.parley.starter.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** While the key store is away nothing can be sealed or opened: try again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeysAdvice {

    private static final Logger log = LoggerFactory.getLogger(KeysAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> keysAway(KeysAway e) {
        log.warn("The key store did not answer", e);
        var problem = new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "keys-away",
                "Try again",
                "The keys to contacts can't be reached just now. Send the same again, with the same key or id.",
                List.of());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toProblem());
    }
}
