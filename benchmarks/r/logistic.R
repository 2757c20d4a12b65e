# Times glm on the individual model, on the file stacked some times, as `logistic` of the benchmarks does with ours.
# Rscript logistic.R synth19k.csv copies runs
# Prints rows, median seconds by the clock and by processor time, peak megabytes of the process, log likelihood.
given <- commandArgs(TRUE)
d <- read.csv(given[1], encoding = "UTF-8")
copies <- as.integer(given[2])
runs <- as.integer(given[3])
regions <- c("Europa", "Asia for øvrig", "Afrika sør for Sahara", "Sørøst-Asia", "Vest-Asia", "Latin-Amerika og Karibia",
  "Nord-Amerika", "Sør-Asia", "Nord-Afrika", "Statsløs")
d$landbakgrunn <- factor(d$landbakgrunn, levels = regions)
covariates <- c("ordning", "utdanningsnivaa", "kjonn", "alder", "botid", "norsknivaa", "varighet", "fravaer", "landbakgrunn",
  grep("^t_", names(d), value = TRUE))
d <- d[c("maaloppnaaelse", covariates)]
if (copies > 1) d <- d[rep(seq_len(nrow(d)), copies), ]
row.names(d) <- NULL
formula <- reformulate(covariates, "maaloppnaaelse")
seconds <- processor <- numeric(runs)
for (run in seq_len(runs)) {
  time <- system.time(fit <- glm(formula, binomial, d))
  seconds[run] <- time[["elapsed"]]
  processor[run] <- time[["user.self"]] + time[["sys.self"]]
}
status <- "/proc/self/status"
peak <- if (file.exists(status)) as.numeric(sub("\\D*(\\d+).*", "\\1", grep("^VmHWM", readLines(status), value = TRUE))) / 1024 else sum(gc()[, 6])
cat(nrow(d), median(seconds), median(processor), peak, format(as.numeric(logLik(fit)), digits = 15), "\n")
