package org.parley.connector.nyc311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.connector.rows.BadInput;

class TypeMappingTest {

    @ParameterizedTest
    @CsvSource({
        "Noise - Residential,NOISE",
        "Noise - House of Worship,NOISE",
        "Illegal Parking,PARKING",
        "Blocked Driveway,PARKING",
        "Non-Emergency Police Matter,PUBLIC_SPACE",
    })
    void knowsTheDisputesOf311(String complaint, String type) {
        assertThat(TypeMapping.shipped().typeOf(complaint)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Noise", "Noise Survey", "Drug Activity", "Animal-Abuse", "Illegal Parking Lot", ""})
    void leavesOutWhatIsNoDispute(String complaint) {
        assertThat(TypeMapping.shipped().typeOf(complaint)).isEmpty();
    }

    @Test
    void takesTheFirstLineThatFits() {
        var mapping = TypeMapping.parse("""
                # parks first
                complaint_type,type
                Noise - Park,PUBLIC_SPACE
                "Noise - *",NOISE
                Animal?Abuse (dogs),PETS
                """, "own.csv");

        assertThat(mapping.typeOf("Noise - Park")).contains("PUBLIC_SPACE");
        assertThat(mapping.typeOf("Noise - Vehicle")).contains("NOISE");
        assertThat(mapping.typeOf("Animal?Abuse (dogs)")).contains("PETS");
        assertThat(mapping.typeOf("Animal-Abuse (dogs)")).isEmpty();
    }

    @Test
    void namesTheLineWithAnUnknownType() {
        assertThatThrownBy(() -> TypeMapping.parse("complaint_type,type\nIllegal Parking,CARS\n", "own.csv"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("own.csv, line 2: CARS is no dispute type")
                .hasMessageContaining("PUBLIC_SPACE");
    }

    @Test
    void refusesAFileThatIsNoMapping() {
        assertThatThrownBy(() -> TypeMapping.parse("from,to\nIllegal Parking,PARKING\n", "own.csv"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("complaint_type and type");
    }
}
