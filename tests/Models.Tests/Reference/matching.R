# matching.R - nearest-neighbour matching on synth19k.csv by its rule in plain R, with MatchIt's balance table for the same pairs. Writes matching.json.
# MatchIt 4.5.1 as Debian has it takes the integer abs of score differences and so picks the control below even when the one above is nearer;
# its pairs are not used. Caliper widths and balance formulas are MatchIt's own.
source("json.R")
suppressPackageStartupMessages(library(MatchIt))
d <- read.csv("synth19k.csv", encoding = "UTF-8")
regions <- c("Europa", "Asia for øvrig", "Afrika sør for Sahara", "Sørøst-Asia", "Vest-Asia", "Latin-Amerika og Karibia",
  "Nord-Amerika", "Sør-Asia", "Nord-Afrika", "Statsløs")
d$landbakgrunn <- factor(d$landbakgrunn, levels = regions)
f <- ordning ~ utdanningsnivaa + kjonn + alder + norsknivaa + fravaer + landbakgrunn
fit <- glm_tight(f, d)
ps <- unname(fitted(fit))
# Equal covariates have equal scores, whatever the rounding of the row.
key <- do.call(paste, d[all.vars(f)[-1]])
ps <- ps[match(key, key)]

# The k rounds of a greedy match. Rows sorted by (score, row); of equal distances the lower side wins, then the nearest place.
nearest <- function(ps, treat, width = Inf, ratio = 1, exact = rep(1, length(ps))) {
  sorted <- order(ps, seq_along(ps)); place <- integer(length(ps)); place[sorted] <- seq_along(ps)
  treated <- which(treat == 1); treated <- treated[order(-ps[treated], treated)]
  free <- which(treat == 0); pairs <- NULL
  for (r in seq_len(ratio)) for (i in seq_along(treated)) {
    t <- treated[i]; own <- free[exact[free] == exact[t]]
    if (!length(own)) next
    dist <- abs(ps[own] - ps[t]); own <- own[dist == min(dist)]
    if (min(dist) > width) next
    c <- own[order(place[own] > place[t], abs(place[own] - place[t]))][1]
    pairs <- rbind(pairs, c(t, c)); free <- free[free != c]
  }
  pairs
}
pairs <- nearest(ps, d$ordning)
width <- .2 * sd(ps)
m <- matchit(f, d, caliper = .2)                                  # for its caliper only
stopifnot(abs(m$caliper - width) < 1e-9)
narrow <- nearest(ps, d$ordning, width)

# MatchIt's own balance table for these pairs.
m$match.matrix <- matrix(as.character(pairs[, 2]), dimnames = list(as.character(pairs[, 1]), NULL))
m$weights <- setNames(as.numeric(seq_len(nrow(d)) %in% pairs), seq_len(nrow(d)))
s <- summary(m, standardize = TRUE, pair.dist = FALSE)
balance <- function(x) data.frame(term = rownames(x), treated = x[, 1], control = x[, 2], std = x[, 3], ratio = x[, 4], row.names = NULL)

y1 <- d$maaloppnaaelse[pairs[, 1]]; y0 <- d$maaloppnaaelse[pairs[, 2]]
mc <- mcnemar.test(table(factor(y1, 0:1), factor(y0, 0:1)), correct = FALSE)

small <- d[seq(1, nrow(d), 23), ]
small_ps <- ps[seq(1, nrow(d), 23)]
write_json(list(made_by = c(made_by(), list(MatchIt = as.character(packageVersion("MatchIt")))),
  score_first20 = I(ps[1:20]),
  treated = I(pairs[, 1]), control = I(pairs[, 2]), caliper_width = width, caliper_treated = I(narrow[, 1]), caliper_control = I(narrow[, 2]),
  before = balance(s$sum.all), after = balance(s$sum.matched),
  effect = list(difference = mean(y1 - y0), se = sd(y1 - y0) / sqrt(length(y1)), b = sum(y1 > y0), c = sum(y1 < y0),
    chisq = unname(mc$statistic), p = mc$p.value, exact = binom.test(sum(y1 > y0), sum(y1 != y0))$p.value),
  two = list(rows = I(seq(1, nrow(d), 23)), score = I(small_ps), treat = I(small$ordning), exact = I(small$fravaer),
    pairs = nearest(small_ps, small$ordning, Inf, 2, small$fravaer))), "matching.json")
