package org.parley.referral;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the center is to contact the parties, there must be parties. */
@Constraint(validatedBy = PartiesToContact.Rule.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PartiesToContact {

    String message() default "must be given where contactVia is PARTIES";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Points to the field that is missing, not to the whole body. */
    final class Rule implements ConstraintValidator<PartiesToContact, Submission> {

        @Override
        public boolean isValid(Submission submission, ConstraintValidatorContext context) {
            if (submission.contactVia() != ContactVia.PARTIES
                    || !submission.parties().isEmpty()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("parties")
                    .addConstraintViolation();
            return false;
        }
    }
}
