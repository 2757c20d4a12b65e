# after_fit.R - what follows a logistic fit: fit statistics, robust covariances, influence, deletion of terms, profile intervals, average
# effects. On a small set with an interaction, with and without weights, and on the individual model of synth19k.csv. Writes after_fit.json.
source("json.R")
suppressPackageStartupMessages({ library(sandwich); library(car) })
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(2024)

# As glm_tight, with weights.
fit_tight <- function(formula, data, w = NULL) {
  data$.w <- if (is.null(w)) rep(1, nrow(data)) else w
  fit <- suppressWarnings(glm(formula, binomial, data, weights = .w, control = tight))
  suppressWarnings(glm(formula, binomial, data, weights = .w, control = tight, start = coef(fit)))
}

n <- 300
d <- data.frame(x = round(rnorm(n), 3), z = round(rexp(n), 3), d = rbinom(n, 1, .4), g = sample(c("a", "b", "c"), n, TRUE),
  first = sample(sprintf("k%02d", 1:25), n, TRUE), second = sample(sprintf("p%02d", 1:12), n, TRUE), w = sample(1:4, n, TRUE))
d$y <- rbinom(n, 1, plogis(-.4 + .7 * d$x - .3 * d$z + .6 * d$d + .8 * (d$g == "b") - .7 * d$d * (d$g == "c")))
f <- y ~ x + z + d + g + d:g

flat <- function(m) I(as.numeric(t(m)))
tables <- function(fit, first, second) list(
  hc = lapply(list(HC0 = "HC0", HC1 = "HC1", HC2 = "HC2", HC3 = "HC3"), function(t) flat(vcovHC(fit, type = t))),
  cr0 = flat(vcovCL(fit, first, type = "HC0")), cr1 = flat(vcovCL(fit, first, type = "HC1")),
  two0 = flat(vcovCL(fit, list(first, second), type = "HC0")), two1 = flat(vcovCL(fit, list(first, second), type = "HC1")))

influence_of <- function(fit, i) list(rows = I(i), hat = I(unname(hatvalues(fit)[i])), pearson = I(unname(residuals(fit, "pearson")[i])),
  deviance = I(unname(residuals(fit, "deviance")[i])), standardised_pearson = I(unname(rstandard(fit, type = "pearson")[i])),
  standardised_deviance = I(unname(rstandard(fit)[i])), cook = I(unname(cooks.distance(fit)[i])))

# drop1 and anova refit with glm's defaults; their numbers are taken from fits to full convergence.
chi <- function(x, df) pchisq(x, df, lower.tail = FALSE)
drop_terms <- function(fit, data, w = NULL) {
  scope <- drop.scope(fit)
  do.call(rbind, lapply(scope, function(t) {
    s <- fit_tight(update(formula(fit), paste(". ~ . -", t)), data, w)
    lrt <- s$deviance - fit$deviance; df <- fit$rank - s$rank
    data.frame(term = t, df = df, deviance = s$deviance, aic = s$deviance + 2 * s$rank, lrt = lrt, p = chi(lrt, df)) }))
}
add_terms <- function(fit, data, w = NULL) {
  labels <- attr(terms(fit), "term.labels"); before <- fit_tight(y ~ 1, data, w)
  do.call(rbind, lapply(seq_along(labels), function(k) {
    s <- fit_tight(reformulate(labels[1:k], "y"), data, w); fall <- before$deviance - s$deviance; df <- s$rank - before$rank
    before <<- s
    data.frame(term = labels[k], df = df, reduction = fall, deviance = s$deviance, p = chi(fall, df)) }))
}

# The profile limit of column j: where 2(max - constrained max) is the chi-squared quantile, by uniroot on fits with the column as offset.
profile_limits <- function(fit, columns, level = .95) {
  X <- model.matrix(fit); y <- fit$y; w <- fit$prior.weights; b <- coef(fit); s <- sqrt(diag(vcov(fit))); q <- qchisq(level, 1)
  one <- function(j, side) {
    start <- b[-j]
    g <- function(v) {
      h <- suppressWarnings(glm.fit(X[, -j, drop = FALSE], y, w, start = start, offset = X[, j] * v, family = binomial(), control = tight))
      start <<- h$coefficients
      h$deviance - fit$deviance - q
    }
    z <- sqrt(q)
    uniroot(g, sort(b[j] + side * z * s[j] * c(.5, 1.8)), extendInt = if (side > 0) "upX" else "downX", tol = 1e-13 * s[j])$root
  }
  data.frame(term = names(b)[columns], low = sapply(columns, one, -1), high = sapply(columns, one, 1))
}

# Average effects: mean over the rows of the difference of predictions (or of the derivative), with the delta method by a numeric Jacobian
# (central differences, Richardson's extrapolation).
jacobian <- function(f, b) sapply(seq_along(b), function(k) {
  step <- function(h) { e <- replace(numeric(length(b)), k, h); (f(b + e) - f(b - e)) / (2 * h) }
  h <- 1e-2 * sqrt(V[k, k]); (64 * step(h / 4) - 20 * step(h / 2) + step(h)) / 45 })
V <- NULL
effect <- function(fit, data, set0, set1, rows, w = rep(1, nrow(data)), numeric = FALSE) {
  V <<- vcov(fit); tt <- delete.response(terms(fit))
  m <- function(change) model.matrix(tt, change(data), xlev = fit$xlevels)[rows, names(coef(fit))]
  X0 <- m(set0); X1 <- m(set1); w <- w[rows] / sum(w[rows])
  value <- if (numeric) { X <- m(identity); function(b) sum(w * dlogis(X %*% b) * ((X1 - X0) %*% b)) }
    else function(b) sum(w * (plogis(X1 %*% b) - plogis(X0 %*% b)))
  j <- jacobian(value, coef(fit)); data.frame(estimate = value(coef(fit)), se = sqrt(drop(j %*% V %*% j)))
}
set <- function(v, value) function(data) { data[[v]][] <- value; data }
effects <- function(fit, data, rows, w) rbind(
  cbind(variable = "d", level = NA, effect(fit, data, set("d", 0), set("d", 1), rows, w)),
  cbind(variable = "g", level = "b", effect(fit, data, set("g", "a"), set("g", "b"), rows, w)),
  cbind(variable = "g", level = "c", effect(fit, data, set("g", "a"), set("g", "c"), rows, w)),
  cbind(variable = "x", level = NA, effect(fit, data, set("x", 0), set("x", 1), rows, w, TRUE)))

# Average prediction, and the difference between two profiles.
predictions <- function(fit, data, w) {
  V <<- vcov(fit); X <- model.matrix(fit); b <- coef(fit); w <- w / sum(w)
  value <- function(b) sum(w * plogis(X %*% b)); j <- jacobian(value, b)
  two <- X[c(1, 2), ]; gap <- function(b) { p <- plogis(two %*% b); p[1] - p[2] }; k <- jacobian(gap, b)
  list(average = value(b), average_se = sqrt(drop(j %*% V %*% j)), difference = gap(b), difference_se = sqrt(drop(k %*% V %*% k)))
}

statistics <- function(fit, y, w) {
  n <- length(y); l1 <- -fit$deviance / 2; l0 <- -fit$null.deviance / 2; cs <- 1 - exp(2 * (l0 - l1) / n); p <- fitted(fit)
  list(bic = fit$deviance + log(n) * fit$rank, null_deviance = fit$null.deviance, df_residual = fit$df.residual, df_null = fit$df.null,
    mcfadden_adjusted = 1 - (l1 - (fit$rank - 1)) / l0, cox_snell = cs, nagelkerke = cs / (1 - exp(2 * l0 / n)),
    tjur = weighted.mean(p[y == 1], w[y == 1]) - weighted.mean(p[y == 0], w[y == 0]))
}

small <- function(w) {
  fit <- fit_tight(f, d, w); ww <- if (is.null(w)) rep(1, n) else w
  c(list(terms = I(names(coef(fit))), coefficients = I(unname(coef(fit))), vcov = flat(vcov(fit)), statistics = statistics(fit, d$y, ww),
    influence = influence_of(fit, 1:n), drop1 = drop_terms(fit, d, w), anova = add_terms(fit, d, w),
    profile95 = profile_limits(fit, seq_along(coef(fit))), profile999 = profile_limits(fit, 1:3, .999), confint = suppressMessages(confint(fit)),
    vif = { v <- suppressMessages(vif(fit)); data.frame(term = rownames(v), gvif = v[, 1], df = v[, 2]) },
    effects = effects(fit, d, seq_len(n), ww), effects_within = effects(fit, d, which(d$d == 1), ww)), predictions(fit, d, ww),
    tables(fit, d$first, d$second))
}

# A loglinear profile far from a parabola: a rare dummy.
few <- data.frame(y = c(rep(0:1, 20), 1, 1, 1, 0), r = c(rep(0, 40), 1, 1, 1, 1), x = rep(c(1, 5, 2, 4, 3), length.out = 44))
few_fit <- fit_tight(y ~ r + x, few)

s <- read.csv("synth19k.csv", encoding = "UTF-8")
regions <- c("Europa", "Asia for øvrig", "Afrika sør for Sahara", "Sørøst-Asia", "Vest-Asia", "Latin-Amerika og Karibia",
  "Nord-Amerika", "Sør-Asia", "Nord-Afrika", "Statsløs")
s$landbakgrunn <- factor(s$landbakgrunn, levels = regions); s$y <- s$maaloppnaaelse
covariates <- c("ordning", "utdanningsnivaa", "kjonn", "alder", "botid", "norsknivaa", "varighet", "fravaer", "landbakgrunn", grep("^t_", names(s), value = TRUE))
big <- fit_tight(reformulate(covariates, "y"), s)
se <- function(v) I(unname(sqrt(diag(v))))
all <- seq_len(nrow(s)); ones <- rep(1, nrow(s)); js <- which(s$ordning == 1)
big_part <- list(statistics = statistics(big, s$y, ones),
  hc = lapply(list(HC0 = "HC0", HC1 = "HC1", HC2 = "HC2", HC3 = "HC3"), function(t) se(vcovHC(big, type = t))),
  kommune0 = se(vcovCL(big, s$kommune, type = "HC0")), kommune1 = se(vcovCL(big, s$kommune, type = "HC1")),
  two1 = se(vcovCL(big, list(s$kommune, s$landbakgrunn), type = "HC1")),
  influence = influence_of(big, order(-cooks.distance(big))[1:40]), hat_sum = sum(hatvalues(big)),
  drop1 = drop_terms(big, s), profile95 = profile_limits(big, c(1, 2, 5, 12, 17, 33)),
  effects = rbind(cbind(variable = "ordning", level = NA, effect(big, s, set("ordning", 0), set("ordning", 1), all)),
    cbind(variable = "landbakgrunn", level = "Sør-Asia", effect(big, s, set("landbakgrunn", "Europa"), set("landbakgrunn", "Sør-Asia"), all)),
    cbind(variable = "alder", level = NA, effect(big, s, set("alder", 0), set("alder", 1), all, numeric = TRUE))),
  effect_within = effect(big, s, set("ordning", 0), set("ordning", 1), js))

write_json(list(made_by = c(made_by(), sandwich = as.character(packageVersion("sandwich")), MASS = as.character(packageVersion("MASS"))),
  data = as.list(d), plain = small(NULL), weighted = small(d$w),
  few = list(data = as.list(few), profile95 = profile_limits(few_fit, 2:3)), synth19k = big_part,
  chi_squared = { g <- expand.grid(x = c(1e-6, .1, 1, 3.84, 20, 300, 1400), df = c(1, 2, 9, 40)); g$p <- chi(g$x, g$df); g }), "after_fit.json")
