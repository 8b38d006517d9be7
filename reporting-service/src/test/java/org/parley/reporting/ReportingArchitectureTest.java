package org.parley.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ReportingArchitectureTest {

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther = slices().matching("org.parley.reporting.(messaging|http|ui)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule countingKnowsNoAdapter = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.parley.reporting",
                    "org.parley.reporting.counting..",
                    "org.parley.reporting.live..",
                    "org.parley.reporting.releases..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.reporting.messaging..", "org.parley.reporting.http..", "org.parley.reporting.ui..");

    @ArchTest
    static final ArchRule pagesReadNothingFromTheStore = noClasses()
            .that()
            .resideInAPackage("org.parley.reporting.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parley.reporting.counting..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.parley.reporting.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule servicesDoNotReachEachOther = noClasses()
            .that()
            .resideInAPackage("org.parley.reporting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.enrollment..", "org.parley.session..", "org.parley.referral..", "org.parley.local..");
}
