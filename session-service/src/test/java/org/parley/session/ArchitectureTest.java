package org.parley.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley.session", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainKnowsNoAdapter = noClasses()
            .that()
            .resideInAPackage("org.parley.session")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.session.http..",
                    "org.parley.session.messaging..",
                    "org.parley.session.lists..",
                    "org.parley.session.ui..");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther = slices().matching("org.parley.session.(http|messaging|ui)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.parley.session.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsReached = noClasses()
            .that()
            .resideInAPackage("org.parley.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.enrollment..", "org.parley.referral..", "org.parley.reporting..");
}
