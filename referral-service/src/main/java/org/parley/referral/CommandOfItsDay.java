package org.parley.referral;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.parley.starter.codes.CodeList;

/** Commands come and go: the one that refers was there when the incident happened. */
@Constraint(validatedBy = CommandOfItsDay.Rule.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface CommandOfItsDay {

    String message() default "must be a command that was there on the day of the incident";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Leaves what is missing or unknown to the rules of the fields. */
    final class Rule implements ConstraintValidator<CommandOfItsDay, Submission> {

        private static final ZoneId CITY = ZoneId.of("America/New_York");

        private final CodeList commands = CodeList.of("commands");

        @Override
        @SuppressWarnings("NullAway") // checked by other rules, in no order
        public boolean isValid(Submission submission, ConstraintValidatorContext context) {
            if (isCommandOfItsDay(submission.command(), submission.occurredAt())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("command")
                    .addConstraintViolation();
            return false;
        }

        private boolean isCommandOfItsDay(@Nullable String command, @Nullable Instant occurredAt) {
            return command == null
                    || occurredAt == null
                    || !commands.contains(command)
                    || commands.isValidOn(command, LocalDate.ofInstant(occurredAt, CITY));
        }
    }
}
