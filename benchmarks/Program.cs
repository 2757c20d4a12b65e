using System.Globalization;
using BenchmarkDotNet.Running;
using ReportBuilder.Benchmarks.Briefings;
using ReportBuilder.Benchmarks.Comparison;
using ReportBuilder.Benchmarks.Coverage;
using ReportBuilder.Benchmarks.Models;
using ReportBuilder.Benchmarks.Report;

// «report [runs]» and «briefings all [runs]» time whole commands as processes; «briefings [count]» tells where the time of a briefing goes; «logistic» prints the table by number of rows beside R;
// «afterfit [r]» times what follows a fit, «coverage logistic» and «coverage [draws]» (multilevel models) count how often intervals hold the truth;
// «selfcheck [faults] [edition]» counts the single faults in an edition that the comparison finds, «compare [runs]» times it on 30 000 numbers; anything else is for BenchmarkDotNet («--filter *Logistic*»).
if (args is ["report", ..])
{
    WholeRun.MeasureReport(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
}
else if (args is ["briefings", "all", ..])
{
    WholeRun.MeasureBriefings(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5);
}
else if (args is ["briefings", ..])
{
    await BriefingStages.MeasureAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40);
}
else if (args is ["logistic"])
{
    LogisticScaling.Measure();
}
else if (args is ["logistic", var copies, var runs])
{
    LogisticScaling.MeasureOne(int.Parse(copies, CultureInfo.InvariantCulture), int.Parse(runs, CultureInfo.InvariantCulture));
}
else if (args is ["afterfit", ..])
{
    AfterFitTimes.Measure(withR: args is [_, "r"]);
}
else if (args is ["selfcheck", ..])
{
    return SelfCheckRun.Measure(
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000,
        seed: 2026,
        args.ElementAtOrDefault(2)
    );
}
else if (args is ["compare", ..])
{
    ComparisonSpeed.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5);
}
else if (args is ["coverage", "logistic"])
{
    LogisticIntervals.Measure();
}
else if (args is ["coverage", ..])
{
    MixedCoverage.Measure(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2000);
}
else
{
    BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
}

return 0;
