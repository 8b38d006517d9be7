package org.parley.connector.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReferralTest {

    @Test
    void isWhatTheContractSays() {
        assertThat(problems(referral(new Referral.Address("100 EXAMPLE AVENUE", "BROOKLYN", "11208"))))
                .isEmpty();
        assertThat(problems(referral(new Referral.Address("100 EXAMPLE AVENUE", null, null))))
                .isEmpty();
        assertThat(problems(referral(null))).isEmpty();
    }

    private static Referral referral(Referral.@Nullable Address address) {
        return Referral.ofUnknownParties(
                "nyc311-7", "PCT-075", "NOISE", Instant.parse("2018-05-06T18:22:00Z"), address);
    }

    private static List<Error> problems(Referral referral) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:contracts/schemas/org.parley.intake.referral.v1.json"))
                .validate(JsonMapper.shared().writeValueAsString(referral), InputFormat.JSON);
    }
}
