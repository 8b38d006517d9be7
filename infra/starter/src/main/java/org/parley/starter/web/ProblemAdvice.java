package org.parley.starter.web;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Every refusal and every fault as a problem document (RFC 9457): a stable type, field and rule, never a stack trace. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException e) {
        return answer(e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException e) {
        return answer(ProblemWriter.unauthenticated());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException e) {
        return answer(ProblemException.forbidden("Your role does not allow this."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException e) {
        return answer(ProblemException.invalid("?" + e.getName(), "can't be read"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(ConstraintViolationException e) {
        return answer(ProblemException.invalid(e.getConstraintViolations().stream()
                .map(one -> new Violation(Pointers.of(one.getPropertyPath().toString()), one.getMessage()))
                .toList()));
    }

    /** A header or a parameter that nobody may read, or can; found out when somebody wanted to. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception e) {
        return answer(Unreadable.problem());
    }

    @ExceptionHandler({MongoException.class, DataAccessException.class})
    ResponseEntity<ProblemDetail> storeAway(Exception e) {
        log.warn("The store did not answer", e);
        var problem = new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "Try again",
                "It is not known whether this was stored. Send the same again, with the same key or id.",
                List.of());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toProblem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e) {
        log.error("A request failed", e);
        return answer(new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Our fault",
                "Something went wrong here. It is logged.",
                List.of()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.Exceeded exceeded) {
                return problem(ProblemException.tooLarge(exceeded.most));
            }
        }
        return problem(
                e.getCause() instanceof JacksonException jackson
                        ? JacksonProblems.of(jackson)
                        : ProblemException.malformed("A JSON body is needed."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(ProblemException.invalid(e.getAllErrors().stream()
                .map(error -> new Violation(
                        error instanceof FieldError field ? Pointers.of(field.getField()) : "",
                        String.valueOf(error.getDefaultMessage())))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var violations = new ArrayList<Violation>();
        e.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> violations.add(new Violation(
                                error instanceof FieldError field
                                        ? Pointers.of(field.getField())
                                        : "?" + result.getMethodParameter().getParameterName(),
                                String.valueOf(error.getDefaultMessage())))));
        return problem(ProblemException.invalid(violations));
    }

    /** What Spring itself refuses (method, media type, path …): its status and title, our type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.resolve(status.value());
        var title = known == null ? "Refused" : known.getReasonPhrase();
        var detail = body instanceof ProblemDetail spring && spring.getDetail() != null ? spring.getDetail() : title;
        var problem = new ProblemException(
                known == null ? HttpStatus.BAD_REQUEST : known,
                title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"),
                title,
                status.is4xxClientError() ? detail : "Something went wrong here.",
                List.of());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.toProblem());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemException e) {
        return ResponseEntity.status(e.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(e.toProblem());
    }

    private static ResponseEntity<Object> problem(ProblemException e) {
        return ResponseEntity.status(e.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(e.toProblem());
    }
}
