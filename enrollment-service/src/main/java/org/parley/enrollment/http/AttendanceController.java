package org.parley.enrollment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.enrollment.AttendanceManagement;
import org.parley.enrollment.AttendanceManagement.Code;
import org.parley.enrollment.Requester;
import org.parley.starter.identity.Caller;
import org.parley.starter.web.ProblemException;
import org.springframework.http.CacheControl;
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
@RequestMapping("/v1/trainings/{training}")
@PreAuthorize("hasAnyRole('coordinator', 'trainer')")
class AttendanceController {

    private static final String IF_MATCH = "If-Match";

    private final AttendanceManagement attendance;

    AttendanceController(AttendanceManagement attendance) {
        this.attendance = attendance;
    }

    /** @param training the other one, where the officer was there */
    record MakeUp(@NotNull UUID training, @NotNull Double hours) {}

    record SignIn(@NotNull @Size(max = 20) String code) {}

    @PutMapping("/attendance/{date}")
    ResponseEntity<TrainingView> attend(
            @PathVariable UUID training,
            @PathVariable LocalDate date,
            @Valid @RequestBody AttendanceRequest request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.to(
                attendance.attend(training, date, request.toAttendees(), new Requester(caller), Answers.guard(ifMatch)),
                TrainingView::from);
    }

    /** A day that the officer missed in this training, made up in another one; also after this one's end. */
    @PutMapping("/enrollments/{enrollment}/made-up/{day}")
    ResponseEntity<EnrollmentView> makeUp(
            @PathVariable UUID training,
            @PathVariable UUID enrollment,
            @PathVariable int day,
            @Valid @RequestBody MakeUp request,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var outcome = attendance.makeUp(
                training,
                enrollment,
                day,
                request.training(),
                request.hours(),
                new Requester(caller),
                Answers.guard(ifMatch));
        return Answers.to(outcome, held -> EnrollmentView.of(held, enrollment));
    }

    /** The code of this minute, to be shown in the room. */
    @GetMapping("/days/{day}/sign-in-code")
    ResponseEntity<Code.Shown> code(@PathVariable UUID training, @PathVariable int day, Caller caller) {
        return switch (attendance.code(training, day, new Requester(caller)).orElseThrow(ProblemException::notFound)) {
            case Code.Shown shown ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
            case Code.NotNow _ ->
                throw ProblemException.conflict("not-sign-in-time", "Officers sign in on the day, until it ends.");
        };
    }

    @PostMapping("/days/{day}/sign-in")
    @PreAuthorize("hasRole('officer')")
    ResponseEntity<EnrollmentView> signIn(
            @PathVariable UUID training, @PathVariable int day, @Valid @RequestBody SignIn request, Caller caller) {
        return Answers.to(
                attendance.signIn(training, day, request.code(), new Requester(caller)),
                held -> held.state().roster().stream()
                        .filter(it -> new Requester(caller).is(it.officer()))
                        .findFirst()
                        .map(it -> EnrollmentView.of(held, it))
                        .orElseThrow(ProblemException::notFound));
    }
}
