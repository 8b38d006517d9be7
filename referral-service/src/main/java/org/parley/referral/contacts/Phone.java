package org.parley.referral.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A number that can be dialled; without a country it is one of the United States. */
@Constraint(validatedBy = Phone.Rule.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Phone {

    String message() default "must be a phone number that can be dialled, with +country unless it is a US one";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides by the numbering plans, not by a ringing phone. */
    final class Rule implements ConstraintValidator<Phone, String> {

        private static final String HOME = "US";
        private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || normalised(number).isPresent();
        }

        /** As E.164, with an extension behind it. */
        static Optional<String> normalised(String number) {
            try {
                var parsed = PLANS.parse(number, HOME);
                if (!PLANS.isPossibleNumber(parsed)) {
                    return Optional.empty();
                }
                var plain = PLANS.format(parsed, PhoneNumberFormat.E164);
                return Optional.of(parsed.hasExtension() ? plain + ";ext=" + parsed.getExtension() : plain);
            } catch (NumberParseException e) {
                return Optional.empty();
            }
        }
    }
}
