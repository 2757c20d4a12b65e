# formulas.R - models written in R's formula notation, fitted to full convergence, on formulas.csv, which it draws: names, order, coding and
# aliasing of coefficients, with numbers. Random parts by glmmTMB. Writes formulas.csv and formulas.json.
source("json.R")
suppressPackageStartupMessages({ library(sandwich); library(glmmTMB) })
invisible(Sys.setlocale("LC_COLLATE", "C"))
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20221207)
n <- 600
d <- data.frame(y = 0, x = round(rnorm(n), 3), z = round(runif(n, 10, 20), 2), w = sample(0:3, n, TRUE), kjonn = rbinom(n, 1, .4),
  b = sample(c(1, 2, 3, 10), n, TRUE), c = sample(c(.5, 1.25, 100000, 1e-4), n, TRUE), f = sample(c("Øst", "vest", "Nord", "a b"), n, TRUE), l = sample(c(TRUE, FALSE), n, TRUE),
  urban = sample(c("N", "Y"), n, TRUE), g = sample(sprintf("g%02d", 1:24), n, TRUE), k = sample(sprintf("k%d", 1:9), n, TRUE))
d$h <- paste0("h", sample(1:4, n, TRUE))
d$dup <- 2 * d$x
d$null <- 0
d[["a b"]] <- round(rnorm(n), 2)
u <- rnorm(24, 0, .8)[match(d$g, unique(d$g))]; v <- rnorm(96, 0, .6)[match(paste(d$g, d$h), unique(paste(d$g, d$h)))]; r <- rnorm(9, 0, .7)[match(d$k, unique(d$k))]
d$y <- rbinom(n, 1, plogis(.3 * d$x + .1 * (d$z - 15) + .4 * (d$b == 2) + .5 * d$l * d$x + u + v + r))
d$yes <- ifelse(d$y == 1, "nei", "ja"); d$ok <- d$y == 1
for (name in c("x", "f", "l", "b")) d[sample(n, 7), name] <- NA
write.csv(d, "formulas.csv", row.names = FALSE, fileEncoding = "UTF-8", na = "NA")
d <- read.csv("formulas.csv", check.names = FALSE, encoding = "UTF-8", stringsAsFactors = TRUE)

plain <- c("y ~ 1", "y ~ x", "y ~ x + z + kjonn + urban + l + f", "y ~ factor(b) + factor(c) + factor(kjonn) + factor(l) + factor(f)",
  "y ~ scale(x) + scale(z, scale = FALSE) + scale(w, center = FALSE)", "y ~ x * z", "y ~ x:z + f", "y ~ f * urban", "y ~ f:urban", "y ~ f + f:urban",
  "y ~ urban:f + f", "y ~ l:x", "y ~ x + l:x", "y ~ x:factor(b)", "y ~ f/x", "y ~ (x + f + l)^2", "y ~ x * f * l", "y ~ x * f * l - x:f:l - f",
  "y ~ x + dup + null + z + f", "y ~ dup + x:f + x", "y ~ I(x^2) + x + log(z) + I((x + z) * 2 - z/10) + I(1e5 * x)", "y ~ scale(x):scale(z) + scale(x) + z",
  "y ~ `a b` + `a b`:f + `x`", "y ~ f:urban:l + x", "y ~ l * kjonn + factor(kjonn):x", "yes ~ x + f", "ok ~ x + urban", "y ~ x + (z + w) * l", "y ~ z + z + w:z + 1",
  "y ~ a.lm", "y ~ factor(w):factor(b) + factor(w)", "y ~ x:f:z + scale(w):l")
plain <- setdiff(plain, "y ~ a.lm")

# glm's tolerance for aliasing follows its epsilon: which columns are aliased is asked of glm as it comes, the numbers of the model without them.
one <- function(text, data, weights = NULL) {
  f <- as.formula(text)
  fit0 <- suppressWarnings(glm(f, binomial, data))
  X <- model.matrix(fit0); used <- !is.na(coef(fit0))
  y <- model.response(model.frame(fit0)); if (is.factor(y)) y <- as.integer(y) - 1L
  fit <- glm.fit(X[, used, drop = FALSE], as.numeric(y), family = binomial(), control = tight, start = coef(fit0)[used])
  # The weights in the fit are those of the step before the last.
  W <- fit$fitted.values * (1 - fit$fitted.values); V <- chol2inv(chol(crossprod(X[, used, drop = FALSE] * sqrt(W))))
  b <- se <- rep(NA_real_, length(used)); b[used] <- fit$coefficients; se[used] <- sqrt(diag(V))
  list(formula = text, nobs = nrow(X), logLik = -fit$deviance / 2, terms = I(names(coef(fit0))), estimates = I(b), errors = I(se))
}
mixed_of <- function(text) {
  fit <- glmmTMB(as.formula(text), d, family = binomial(), control = glmmTMBControl(optCtrl = list(iter.max = 1e4, eval.max = 1e4, rel.tol = 1e-15, x.tol = 0)))
  V <- vcov(fit)$cond; s <- vapply(VarCorr(fit)$cond, function(v) unname(attr(v, "stddev")), 0)
  list(formula = text, nobs = nobs(fit), logLik = as.numeric(logLik(fit)), terms = I(names(fixef(fit)$cond)), estimates = I(unname(fixef(fit)$cond)),
    errors = I(unname(sqrt(diag(V)))), groups = I(names(s)), variances = I(unname(s^2)), levels = I(unname(vapply(fit$modelInfo$reTrms$cond$flist, nlevels, 0L)[names(s)])))
}
mixed <- lapply(c("y ~ x + (1 | g)", "y ~ x + f + (1 | g/h)", "y ~ x + l + (1 | g) + (1 | k)", "y ~ z + (1 | g:h)"), mixed_of)

fit <- glm_tight(y ~ x + factor(b) + urban, d)
robust <- list(formula = "y ~ x + factor(b) + urban", CR0 = vcovCL(fit, d$g[-fit$na.action]), CR1 = vcovCL(fit, d$g[-fit$na.action], type = "HC1"),
  HC0 = vcovHC(fit, "HC0"), HC1 = vcovHC(fit, "HC1"), HC2 = vcovHC(fit, "HC2"), HC3 = vcovHC(fit, "HC3"))
d$b10 <- relevel(factor(d$b), "10"); d$fv <- relevel(factor(d$f), "vest")
releveled <- one("y ~ b10 * x + fv", d); releveled$terms <- I(sub("b10", "factor(b)", sub("^fv", "f", releveled$terms)))
write_json(list(made_by = c(made_by(), list(glmmTMB = as.character(packageVersion("glmmTMB")), sandwich = as.character(packageVersion("sandwich")))),
  plain = lapply(plain, one, data = d), mixed = mixed, robust = robust, releveled = releveled), "formulas.json")
