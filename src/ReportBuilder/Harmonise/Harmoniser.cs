using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Turns the raw registers into the harmonised dataset by the rules of <see cref="RuleBook"/>, one record at a time, and accounts for
/// every record on the way. Rows come in the order of the files: NIR, then Jobbsjansen by year. The id of a person is a letter for the
/// register (N, J) and the number in it, since one person may be in both, one after the other.
/// </summary>
public static class Harmoniser
{
    private const string DurationColumn = "varighet";

    /// <summary>
    /// Harmonises. Null when something is wrong that a person must mend; the bag then holds all of it: a value without a rule (RB2250,
    /// each distinct one once, with its count), a cell that is not of its kind (RB2251), a year without a file (RB2252), a municipality
    /// that did not exist that year (RB2253), and what <see cref="RegisterFile"/> says. Records that contradict themselves or each other
    /// are warnings (RB2230–RB2243) and are set aside.
    /// </summary>
    public static HarmonisedData? Harmonise(HarmoniserInput input, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var state = new HarmoniserState(input, bag);
        if (!HasAllYears(input, state.Years, bag))
        {
            return null;
        }

        var nirPlan = PlanCompiler.Compile(input.Rules, input.Readings, input.NirSchema, state.Numbers);
        var jobPlan = PlanCompiler.Compile(input.Rules, input.Readings, input.JobbsjansenSchema, state.Numbers);
        var places = new ProjectPlaces(input.Municipalities, state.Numbers, state.Years);
        var rows = new ParticipantRows(input, places, [.. nirPlan.Alternatives, .. jobPlan.Alternatives]);
        var jobFiles = input.Jobbsjansen.OrderBy(f => f.Year).ToList();
        JobbsjansenPass.Survey(state, input.JobbsjansenSchema, jobFiles, DurationColumn);
        var nir = new NirPass(state, input.NirSchema, nirPlan, places, rows);
        foreach (var file in input.Nir)
        {
            nir.Run(file);
        }

        var jobs = new JobbsjansenPass(state, input.JobbsjansenSchema, jobPlan, places, rows);
        jobFiles.ForEach(jobs.Run);
        Report(state, places, rows, bag);
        return bag.ErrorCount > errors ? null : Build(state, rows, [.. Steps(0, nir), .. Steps(1, jobs)]);
    }

    private static bool HasAllYears(HarmoniserInput input, IReadOnlyList<int> years, DiagnosticBag bag)
    {
        var isSound = true;
        foreach (var year in years)
        {
            var files = input.Jobbsjansen.Where(f => f.Year == year).ToList();
            if (files.Count == 1)
            {
                continue;
            }

            isSound = false;
            bag.Add(
                files.Count == 0
                    ? Diagnostic.Error("RB2252", null, year.ToText())
                    : Diagnostic.Error("RB2257", new SourcePlace(files[1].ShownAs), year.ToText(), files[0].ShownAs)
            );
        }

        foreach (var other in input.Jobbsjansen.Where(f => f.Year is not { } year || !years.Contains(year)))
        {
            isSound = false;
            bag.Add(
                Diagnostic.Error("RB2258", new SourcePlace(other.ShownAs)) with
                {
                    Found = other.Year?.ToText(),
                    Expected = string.Join(", ", years.Select(y => y.ToText())),
                }
            );
        }

        return isSound;
    }

    private static void Report(HarmoniserState state, ProjectPlaces places, ParticipantRows rows, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        // Errors first: the bag keeps so many of a file, and warnings must not take their place.
        state.Unknown.Report((register, variable, year) => Categories(state.Input.Rules, register, variable, year), bag);
        places.Report(bag);
        if (rows.Count == 0 && bag.ErrorCount == errors)
        {
            bag.Add(Diagnostic.Error("RB2255", null));
        }

        bag.AddRange(state.SetAside);
        if (bag.HasErrors)
        {
            // A register that could not be read has no participants; that its costs have none is no news.
            return;
        }

        foreach (var (year, project) in state.Input.WageCosts?.Keys ?? [])
        {
            if (state.Years.Contains(year) && places.Persons(places.Add(project), year) == 0)
            {
                bag.Add(Diagnostic.Warning("RB2256", state.Input.WageCosts!.PlaceOf(year, project), project, year.ToText()));
            }
        }
    }

    private static List<string> Categories(RuleBook rules, RegisterSchema register, int variable, int year) =>
        [
            .. rules
                .Lines.Where(l =>
                    l.Rule.Register == register.Register
                    && RuleKinds.IsCell(l.Kind)
                    && l.Rule.Variables[0] == register.Variables[variable].Name
                    && l.AppliesTo(year)
                )
                .Select(l => l.Rule.Category)
                .Where(c => c.Length > 0 && c is not (RuleLine.Empty or RuleLine.Other))
                .Distinct(),
        ];

    private static IEnumerable<FlowStep> Steps(int scheme, RegisterPass pass) =>
        [
            new(scheme, "linjer", pass.Read),
            new(scheme, "deltar_fortsatt", pass.StillTakingPart),
            new(scheme, "utenfor_perioden", pass.OutsidePeriod),
            new(scheme, "satt_til_side", pass.SetAsideCount),
            new(scheme, "brutto", pass.Finished),
        ];

    private static HarmonisedData Build(HarmoniserState state, ParticipantRows rows, IReadOnlyList<FlowStep> flow)
    {
        var dataset = rows.Build();
        var (rules, readings) = (state.Input.Rules, state.Input.Readings);
        var counts = new List<RuleCount>();
        for (var i = 0; i < rules.Rules.Count; i++)
        {
            var rule = rules.Rules[i];
            if (readings.Includes(rule))
            {
                // A series of Statistics Norway decides for all who live where it has a value.
                var known = rules.Lines[i].Kind == RuleKind.StatBank ? Known(dataset.Column(rule.Target)) : state.Counts[i];
                counts.Add(new RuleCount(rule, known));
            }
        }

        return new HarmonisedData(
            dataset,
            counts,
            flow,
            [.. state.SetAside.Select(d => new SetAsideRecord(d.Place!.Value, d.Code, d.Arguments))],
            rows.BuildAlternatives()
        )
        {
            Files = state.Files,
        };
    }

    private static int Known(DatasetColumn column) => column.RowCount - column.MissingCount;
}
