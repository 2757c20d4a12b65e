# multilevel_small.R - writes multilevel_small.json: multilevel logistic models on small data of many shapes, drawn here. Optimum of the
# Laplace likelihood by glmmTMB with Newton steps on its exact gradient; quadrature by lme4's deviance function with tight inner tolerance.
source("json.R"); suppressPackageStartupMessages({ library(glmmTMB); library(lme4) })

optimum <- function(formula, data) {
  o <- glmmTMB(formula, data, family = binomial())$obj; p <- o$env$last.par.best[-o$env$random]
  hess <- function(p) { H <- optimHess(p, o$fn, o$gr, control = list(ndeps = rep(1e-4, length(p)))); (H + t(H)) / 2 }
  for (i in 1:12) { g <- drop(o$gr(p)); if (max(abs(g)) < 1e-10) break; p <- p - solve(hess(p), g) }
  list(obj = o, par = p, hessian = hess(p), at = o$fn(p)) }

reference <- function(formula, data) {
  fit <- glmmTMB(formula, data, family = binomial()); r <- optimum(formula, data); p <- r$par; V <- solve(r$hessian)
  b <- names(p) == "beta"; groups <- names(VarCorr(fit)$cond); th <- p[names(p) == "theta"]
  full <- r$obj$env$last.par; cond <- sqrt(diag(solve(as.matrix(r$obj$env$spHess(full, random = TRUE)))))
  sdr <- summary(TMB::sdreport(r$obj, par.fixed = p, hessian.fixed = r$hessian), "random")
  re <- fit$modelInfo$reTrms$cond$flist; levels <- unlist(lapply(groups, function(g) levels(re[[g]])))
  list(formula = deparse(formula), n = nrow(data), logLik = -r$at, max_abs_gradient = max(abs(r$obj$gr(p))),
    fixed = data.frame(term = names(fixef(fit)$cond), estimate = unname(p[b]), se = sqrt(diag(V))[b], row.names = NULL),
    components = data.frame(group = groups, sd = exp(unname(th)), se_log_sd = sqrt(diag(V))[!b], row.names = NULL),
    modes = data.frame(group = rep(groups, sapply(groups, function(g) nlevels(re[[g]]))), level = levels, mode = unname(sdr[, 1]), cond_sd = unname(cond), se = unname(sdr[, 2]), row.names = NULL)) }

# The profile of log sd number k of the random part, solved for the 95 per cent limits.
profile_sd <- function(formula, data, k = 1) {
  r <- optimum(formula, data); o <- r$obj; at <- which(names(r$par) == "theta")[k]; cut <- qchisq(.95, 1) / 2
  depth <- function(theta) { free <- r$par[-at]; put <- function(q) append(unname(q), theta, at - 1)
    s <- nlminb(free, function(q) o$fn(put(q)), function(q) drop(o$gr(put(q)))[-at], control = list(rel.tol = 1e-14, x.tol = 1e-12, iter.max = 500)); s$objective - r$at - cut }
  th <- r$par[[at]]; low <- if (depth(th - 6) < 0) -Inf else uniroot(depth, c(th - 6, th - .05), tol = 1e-9)$root; exp(c(low, uniroot(depth, c(th + .05, th + 2), tol = 1e-9)$root)) }

agq <- function(formula, data, points) {
  f <- glmer(formula, data, binomial, nAGQ = points); dv <- glmer(formula, data, binomial, devFunOnly = TRUE, nAGQ = points, control = glmerControl(tolPwrss = 1e-13)); p <- c(getME(f, "theta"), fixef(f))
  for (i in 1:6) { s <- solve(numDeriv::hessian(dv, p), numDeriv::grad(dv, p)); p <- p - s; if (max(abs(s)) < 1e-9) break }
  V <- 2 * solve(numDeriv::hessian(dv, p)); list(points = points, logLik = -dv(p) / 2, sd = p[[1]], estimate = I(unname(p[-1])), se = I(sqrt(diag(V))[-1]), se_sd = sqrt(V[1, 1])) }

# A dummy for each group, those with one outcome left out; and Pearson's dispersion at the modes of a tight lme4 fit.
dummies <- function(formula, data, g) { ok <- !(ave(data$y, data[[g]]) %in% 0:1); e <- data[ok, ]; fit <- glm_tight(update(formula, paste("~ . + factor(", g, ")")), e); x <- all.vars(formula)[-1]
  list(rows = nrow(e), groups = length(unique(e[[g]])), estimate = I(unname(coef(fit)[x])), se = I(unname(sqrt(diag(vcov(fit)))[x]))) }

draw <- function(data, eta) { data$y <- rbinom(nrow(data), 1, plogis(eta)); data }
columns <- function(d) lapply(d, function(v) I(if (is.factor(v)) as.character(v) else v))
out <- list(made_by = list(R = paste(R.version$major, R.version$minor, sep = "."), lme4 = as.character(packageVersion("lme4")), glmmTMB = as.character(packageVersion("glmmTMB"))))

set.seed(41); n <- 700; d <- data.frame(x = round(rnorm(n), 3), z = rbinom(n, 1, .4), a = sprintf("a%02d", sample(25, n, TRUE)), b = sprintf("b%02d", sample(18, n, TRUE)))
d <- draw(d, -.3 + .6 * d$x - .5 * d$z + rnorm(25, 0, .8)[as.integer(substr(d$a, 2, 3))] + rnorm(18, 0, .5)[as.integer(substr(d$b, 2, 3))])
out$crossed <- c(list(data = columns(d)), reference(y ~ x + z + (1 | a) + (1 | b), d))

out$crossed$dummies <- dummies(y ~ x + z, d, "a")
l <- glmer(y ~ x + z + (1 | a) + (1 | b), d, binomial, control = glmerControl(tolPwrss = 1e-12)); out$crossed$dispersion <- sum(residuals(l, "pearson")^2) / df.residual(l)

# Sizes from 1 to 60, many groups of one, subgroups within groups.
set.seed(42); sizes <- c(rep(1, 12), rep(2, 6), 3, 4, 5, 8, 13, 20, 30, 45, 60, 60); g <- rep(seq_along(sizes), sizes); n <- length(g); d <- data.frame(x = round(runif(n, -1, 3), 3), g = sprintf("g%02d", g), s = sprintf("s%d", sample(4, n, TRUE)))
s <- as.integer(factor(paste(d$g, d$s))); d <- draw(d, -.8 + .7 * d$x + rnorm(length(sizes), 0, 1)[g] + rnorm(max(s), 0, .9)[s])
out$unbalanced <- c(list(data = columns(d)), reference(y ~ x + (1 | g / s), d))
out$unbalanced$dummies <- dummies(y ~ x, d, "g"); out$unbalanced$profile_s_in_g <- I(profile_sd(y ~ x + (1 | g / s), d, 1)); out$unbalanced$profile_g <- I(profile_sd(y ~ x + (1 | g / s), d, 2))

set.seed(43); n <- 1200; d <- data.frame(x = round(rnorm(n, 5, 2), 3), g = sprintf("g%02d", rep(1:60, each = 20))); d <- draw(d, -2.5 + .5 * d$x + rnorm(60, 0, 3)[rep(1:60, each = 20)])
out$large_variance <- c(list(data = columns(d)), reference(y ~ x + (1 | g), d)); out$large_variance$profile_g <- I(profile_sd(y ~ x + (1 | g), d)); out$large_variance$agq <- list(agq(y ~ x + (1 | g), d, 7), agq(y ~ x + (1 | g), d, 25))

# Three factors: nested and crossed at once.
set.seed(44); n <- 1500; d <- data.frame(x = round(rnorm(n), 3), a = sprintf("a%02d", sample(12, n, TRUE)), b = sprintf("b%d", sample(5, n, TRUE)), c = sprintf("c%02d", sample(20, n, TRUE)))
ab <- as.integer(factor(paste(d$a, d$b))); d <- draw(d, .2 - .4 * d$x + rnorm(12, 0, .9)[as.integer(factor(d$a))] + rnorm(max(ab), 0, .6)[ab] + rnorm(20, 0, .7)[as.integer(factor(d$c))])
out$three <- c(list(data = columns(d)), reference(y ~ x + (1 | a / b) + (1 | c), d))

# Subgroups that do not differ: the outcomes are dealt evenly to them, so the nested variance is zero.
set.seed(45); n <- 900; d <- data.frame(x = round(rnorm(n), 3), g = sprintf("g%02d", rep(1:30, each = 30))); d <- draw(d, .5 * d$x + rnorm(30, 0, .9)[rep(1:30, each = 30)])
d <- d[order(d$g, d$y, d$x), ]; d$s <- paste0("s", rep(1:3, length.out = n)); f <- reference(y ~ x + (1 | g), d); f$modes <- NULL
l <- suppressMessages(glmer(y ~ x + (1 | g / s), d, binomial, control = glmerControl(tolPwrss = 1e-12)))
out$boundary <- c(list(data = columns(d)), f, list(lme4 = data.frame(group = names(VarCorr(l)), sd = sapply(VarCorr(l), function(v) attr(v, "stddev")), row.names = NULL), lme4_logLik = as.numeric(logLik(l))))

v <- c(.3, -1.2, 2.5, .1, .4, -.6, .9, 1.4, -.2, .05, 3.1, -.7, .8); out$shapiro <- lapply(list(v, v[1:9], v[1:5]), function(q) { t <- shapiro.test(q); list(x = I(q), W = unname(t$statistic), p = t$p.value) })
write_json(out, "multilevel_small.json")
