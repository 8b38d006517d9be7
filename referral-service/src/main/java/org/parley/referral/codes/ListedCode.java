package org.parley.referral.codes;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.parley.starter.codes.CodeList;

final class ListedCode implements ConstraintValidator<Listed, String> {

    private CodeList list = CodeList.of("boroughs");

    @Override
    public void initialize(Listed listed) {
        list = CodeList.of(listed.value());
    }

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
        return code == null || list.contains(code);
    }
}
