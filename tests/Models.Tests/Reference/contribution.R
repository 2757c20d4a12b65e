# contribution.R - contribution indicators of the projects in synth19k.csv from the individual model, by base R. Writes contribution.json.
source("json.R")
d <- read.csv("synth19k.csv", encoding = "UTF-8")
regions <- c("Europa", "Asia for øvrig", "Afrika sør for Sahara", "Sørøst-Asia", "Vest-Asia", "Latin-Amerika og Karibia",
  "Nord-Amerika", "Sør-Asia", "Nord-Afrika", "Statsløs")
d$landbakgrunn <- factor(d$landbakgrunn, levels = regions)
measures <- grep("^t_", names(d), value = TRUE)
covariates <- c("ordning", "utdanningsnivaa", "kjonn", "alder", "botid", "norsknivaa", "varighet", "fravaer", "landbakgrunn", measures)
fit <- glm_tight(reformulate(covariates, "maaloppnaaelse"), d)
p <- fitted(fit); X <- model.matrix(fit); S <- vcov(fit); y <- d$maaloppnaaelse
rows <- split(seq_len(nrow(d)), d$prosjekt)
kept <- rows[lengths(rows) >= 5]

q <- qnorm(.975)
moments <- function(i, t) { s <- plogis(qlogis(p[i]) + t); c(mean(s), sum(s * (1 - s)) / length(i)^2) }
one <- function(i) {
  n <- length(i); v <- p[i] * (1 - p[i]); g <- colSums(v * X[i, , drop = FALSE])
  known <- sum(v) / n^2; own <- (sum(v) - drop(g %*% S %*% g)) / n^2; new <- (sum(v) + drop(g %*% S %*% g)) / n^2
  a <- mean(y[i]); e <- mean(p[i])
  root <- function(side) { f <- function(t) { m <- moments(i, t); m[1] - a - side * q * sqrt(m[2] * own / known) }
    if (side < 0 && a == 0) return(-e); if (side > 0 && a == 1) return(1 - e)
    moments(i, uniroot(f, c(-25, 25), tol = 1e-14, maxiter = 5000)$root)[1] - e }
  data.frame(n = n, actual = a, expected = e, difference = a - e, se_known = sqrt(known), se_own = sqrt(own), se_new = sqrt(new), low = root(-1), high = root(1))
}
table <- do.call(rbind, lapply(kept, one))
z <- table$difference / table$se_own
pv <- 2 * pnorm(-abs(z))

# Rao's score test of a dummy for the project, by anova.
few <- names(kept)[c(1, 60, 200, 401)]
rao <- sapply(few, function(k) { d$own <- as.numeric(d$prosjekt == k); anova(fit, update(fit, . ~ . + own, data = d, start = NULL), test = "Rao")$Rao[2] })

# The number of successes by convolution, and the shifts at which its tails are 2.5 per cent.
mass <- function(s) { m <- 1; for (x in s) m <- c(m * (1 - x), 0) + c(0, m * x); m }
exact <- function(i) {
  k <- sum(y[i]); n <- length(i); e <- mean(p[i])
  tails <- function(t) { m <- mass(plogis(qlogis(p[i]) + t)); c(sum(m[seq_len(k + 1)]), sum(m[(k + 1):(n + 1)])) }
  limit <- function(which) moments(i, uniroot(function(t) tails(t)[which] - .025, c(-30, 30), tol = 1e-14, maxiter = 5000)$root)[1] - e
  list(p = min(1, 2 * min(tails(0))), low = if (k == 0) -e else limit(2), high = if (k == n) 1 - e else limit(1))
}
small <- names(kept)[lengths(kept) <= 12][1:12]
exacts <- do.call(rbind, lapply(kept[small], function(i) as.data.frame(exact(i))))

# Between-group variance, mean known to be 0.
dd <- table$difference; s2 <- table$se_own^2
dl <- max(0, (sum(dd^2 / s2) - length(dd)) / sum(1 / s2))
pm <- uniroot(function(t) sum(dd^2 / (t + s2)) - length(dd), c(0, 1), tol = 1e-15)$root
score <- function(t) sum((dd^2 - t - s2) / (t + s2)^2)
ml <- uniroot(score, c(1e-6, 1), tol = 1e-15)$root

w <- pmin(pmax(z, quantile(z, .1)), quantile(z, .9)); phi <- mean(w^2); iw <- 1 / s2
tau2 <- max(0, (length(z) * phi - (length(z) - 1)) / (sum(iw) - sum(iw^2) / sum(iw)))

schemes <- tapply(dd, d$ordning[sapply(kept, `[`, 1)], quantile, probs = c(.1, .25, .5, .75, .9))
equal <- data.frame(x = c(0, 2, 5, 7, 10), n = c(10, 10, 10, 10, 10))
equal[c("wilson_low", "wilson_high")] <- t(mapply(function(x, n) as.numeric(suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int), equal$x, equal$n))
equal[c("exact_low", "exact_high")] <- t(mapply(function(x, n) as.numeric(binom.test(x, n)$conf.int), equal$x, equal$n))

write_json(list(made_by = made_by(), projects = data.frame(project = names(kept), table, row.names = NULL), too_few = sum(lengths(rows) < 5),
  z = I(z), p = I(pv), bh = I(p.adjust(pv, "BH")), rao = data.frame(project = few, chisq = unname(rao)),
  exact = data.frame(project = small, exacts, row.names = NULL), between = list(pm = pm, dl = dl, ml = ml, q = sum(dd^2 / s2), p = pchisq(sum(dd^2 / s2), length(dd), lower.tail = FALSE)),
  funnel = list(phi = phi, tau2 = tau2), percentiles = list(scheme0 = I(unname(schemes[[1]])), scheme1 = I(unname(schemes[[2]]))), equal = equal), "contribution.json")
