package org.parley.starter.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Ends a request with a problem document (RFC 9457). Its type is stable; its detail is for people. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String slug;
    private final String title;
    private final transient List<Violation> violations;

    /** @param slug the end of the type `urn:parley:problem:<slug>` */
    public ProblemException(HttpStatus status, String slug, String title, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    public static ProblemException notFound() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing here that you may see.", List.of());
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail, List.of());
    }

    /** @param slug a specific one, or `conflict` */
    public static ProblemException conflict(String slug, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, slug, "It stands differently", detail, List.of());
    }

    public static ProblemException versionMismatch(long current) {
        return new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "version-mismatch",
                "Changed meanwhile",
                "If-Match does not name the current version, \"" + current + "\". Read it again, then decide.",
                List.of());
    }

    public static ProblemException keyReused(String detail) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "Key used for something else", detail, List.of());
    }

    public static ProblemException malformed(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed-json", "Not JSON", detail, List.of());
    }

    public static ProblemException unknownField(String pointer, String allowed) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "unknown-field",
                "Unknown field",
                "The field " + pointer + " is not known here.",
                List.of(new Violation(pointer, "is not a known field" + allowed)));
    }

    public static ProblemException invalid(String field, String rule) {
        return invalid(List.of(new Violation(field, rule)));
    }

    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-field",
                "A value breaks a rule",
                "Nothing was stored. See errors for each field and its rule.",
                violations);
    }

    public static ProblemException tooLarge(long mostBytes) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                "A body may have " + mostBytes + " bytes at most.",
                List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** Short, for people. */
    public String title() {
        return title;
    }

    public List<Violation> violations() {
        return violations;
    }

    public ProblemDetail toProblem() {
        var problem = ProblemDetail.forStatusAndDetail(status, getMessage());
        problem.setType(URI.create("urn:parley:problem:" + slug));
        problem.setTitle(title);
        if (!violations.isEmpty()) {
            problem.setProperty("errors", violations);
        }
        return problem;
    }
}
