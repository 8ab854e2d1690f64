package org.stipple.clinic;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ClinicApplication {}
