package org.parley.referral.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A code of the list of this name in the contracts. */
@Constraint(validatedBy = ListedCode.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Listed {

    String value();

    String message() default "must be a code of the list {value}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
